// Sveltia asks public servers for its translations, its newest version, and how the hosts of repositories are doing. Here everything
// comes from this site.
"use strict";

window.CMS_MANUAL_INIT = true;

{
  // What the page's policy lets through is asked for; the rest would only be refused with an error.
  const policy = document.querySelector("meta[http-equiv='Content-Security-Policy']").content;
  const known = [`${location.origin}/`, ...(/connect-src ([^;]*)/.exec(policy)?.[1] ?? "").split(" ").filter((source) => source.includes(":"))];
  const ask = window.fetch.bind(window);
  window.fetch = (resource, options) => {
    const url = new URL(resource instanceof Request ? resource.url : resource, location.href).href;
    if (known.some((start) => url.startsWith(start))) return ask(resource, options);
    const words = /\/locales\/(id|ja)\.json$/.exec(url);
    return words ? ask(`${words[1]}.json`, options) : Promise.resolve(new Response(null, { status: 404 }));
  };

  // The editors speak Indonesian, whatever their browser does; English is there for who asks for it in the form's settings.
  const kept = "sveltia-cms.prefs";
  try {
    // Sveltia keeps the words of a version of its own; ours may have changed since.
    localStorage.removeItem("sveltia-cms.locale");
    const wishes = JSON.parse(localStorage.getItem(kept) || "{}");
    if (!["en-US", "id", "ja"].includes(wishes.locale)) {
      const locale = navigator.language.startsWith("ja") ? "ja" : "id";
      localStorage.setItem(kept, JSON.stringify({ ...wishes, locale }));
    }
  } catch {
    // Without storage Sveltia speaks the browser's language.
  }
}
