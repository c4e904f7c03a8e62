// Starts the form with its own reading and writing of files: every scalar stays the text it is (30.000 is no number), a name
// in a list of terms becomes its key, and what nobody changed is written back byte for byte.
"use strict";

(async () => {
  const { CMS, jsyaml } = window;
  const answer = await fetch("config.yml", { cache: "no-cache" });
  // The file is JSON, which is YAML as well.
  const { rantau, ...config } = await answer.json();
  // A form without a place to sign in has nothing to offer but on the computer where the files are.
  if (rantau.local && !/^(127\.0\.0\.1|(.+\.)?localhost)$/.test(location.hostname)) {
    document.getElementById("elsewhere").hidden = false;
    return;
  }
  // Nor has it a password to ask for: Sveltia shows a button for one all the same, and the page's style hides it.
  document.documentElement.toggleAttribute("data-local", rantau.local);

  const written = { schema: jsyaml.CORE_SCHEMA, lineWidth: -1, noRefs: true };
  const asRead = new Map();

  const full = (value) => value !== undefined && value !== null && value !== "" && !(typeof value === "object" && !Object.keys(value).length);
  const whole = (value) => {
    if (Array.isArray(value)) return value.map(whole).filter(full);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, whole(inner)]).filter(([, inner]) => full(inner)));
  };
  const sorted = (value) => {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]));
  };
  const sign = (value) => JSON.stringify(sorted(whole(value)));
  const remember = (value, text) => {
    asRead.set(sign(value), text.trim());
    return value;
  };

  const fold = (name) => name.normalize("NFKC").toLowerCase().replace(/[\s\-_‐-―]+/g, " ").trim();
  const listed = (value) => (Array.isArray(value) ? value : full(value) ? [value] : []);
  const meant = (terms) => (name) => (typeof name === "string" && terms[fold(name)]) || name;

  // The two old fields of the main picture become the first of `images`, which the form shows; where a card has a picture of its
  // own, or there are images already, they say something that the new form cannot, and stay.
  const withImages = (value) => {
    const { img, imgContentBerita, alt, images, ...others } = value;
    const src = imgContentBerita || img;
    if (!full(src) || full(images) || (full(img) && full(imgContentBerita) && img !== imgContentBerita)) return value;
    return { ...others, images: [{ src, ...(full(alt) && { alt }) }] };
  };
  // A picture is found by its whole address in the form, and named by its file alone in ours.
  const pictures = `${rantau.pictures}/`;
  const renamed = (entry, field, name) => (typeof entry?.[field] === "string" ? { ...entry, [field]: name(entry[field]) } : entry);
  const placed = (entry, field) => renamed(entry, field, (name) => (/^[^/:]+$/.test(name) ? pictures + name : name));
  const bare = (entry, field) => renamed(entry, field, (name) => (name.startsWith(pictures) ? name.slice(pictures.length) : name));
  const ordered = (front) => {
    const place = (name) => (rantau.order.includes(name) ? rantau.order.indexOf(name) : rantau.order.length);
    return Object.fromEntries(Object.entries(front).sort(([one], [other]) => place(one) - place(other)));
  };

  const fromArticle = (text) => {
    const parts = text.match(/^\uFEFF?\s*---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n([\s\S]*))?$/);
    if (!parts) return remember({ body: text }, text);
    const value = withImages(jsyaml.load(parts[1] ?? "", { schema: jsyaml.FAILSAFE_SCHEMA }) ?? {});
    for (const name of rantau.lists) if (name in value) value[name] = listed(value[name]);
    for (const [name, terms] of Object.entries(rantau.terms)) {
      if (name in value) value[name] = Array.isArray(value[name]) ? value[name].map(meant(terms)) : meant(terms)(value[name]);
    }
    if (value.images) value.images = value.images.map((image) => placed(image, "src"));
    // Else a published text would be given the status that new ones start with.
    if (!full(value.status)) value.status = "published";
    value.body = (parts[2] ?? "").replace(/^(?:[ \t]*\n)+/, "");
    return remember(value, text);
  };
  const toArticle = (value) => {
    const known = asRead.get(sign(value));
    if (known !== undefined) return known;
    const { body = "", ...front } = whole(value);
    if (front.images) front.images = front.images.map((image) => bare(image, "src"));
    const head = Object.keys(front).length ? jsyaml.dump(ordered(front), written) : "";
    return `---\n${head}---\n\n${body}`.trim();
  };

  const spoken = (words) => (typeof words === "string" ? { id: words } : words);
  const fromList = (text) => {
    const kepala = text.match(/^(?:#.*\n|[ \t]*\n)*/)[0].trimEnd();
    const daftar = listed(jsyaml.load(text, { schema: jsyaml.FAILSAFE_SCHEMA })).map((entry) => ({
      ...placed(entry, "img"),
      ...(entry.name && { name: spoken(entry.name) }),
      ...(entry.note && { note: spoken(entry.note) }),
      ...(entry.aliases && { aliases: listed(entry.aliases) }),
    }));
    return remember({ kepala, daftar }, text);
  };
  const toList = (value) => {
    const daftar = whole(value.daftar ?? []).map((entry) => bare(entry, "img"));
    return asRead.get(sign(value)) ?? `${value.kepala ?? ""}\n${jsyaml.dump(daftar, written)}`.trim();
  };

  CMS.registerCustomFormat("rantau-frontmatter", "md", { fromFile: fromArticle, toFile: toArticle });
  CMS.registerCustomFormat("rantau-daftar", "yml", { fromFile: fromList, toFile: toList });
  CMS.init({ config: { ...config, load_config_file: false } });
})();
