// Starts the form with its own reading and writing of files: every scalar stays the text it is (30.000 is no number), a name
// in a list of terms becomes its key, and what nobody changed is written back byte for byte.
"use strict";

(async () => {
  const { CMS, jsyaml } = window;
  const answer = await fetch("config.yml", { cache: "no-cache" });
  // The file is JSON, which is YAML as well.
  const { rantau, ...config } = await answer.json();

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

  const fromArticle = (text) => {
    const parts = text.match(/^\uFEFF?\s*---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n([\s\S]*))?$/);
    if (!parts) return remember({ body: text }, text);
    const value = jsyaml.load(parts[1] ?? "", { schema: jsyaml.FAILSAFE_SCHEMA }) ?? {};
    for (const name of rantau.lists) if (name in value) value[name] = listed(value[name]);
    for (const [name, terms] of Object.entries(rantau.terms)) {
      if (name in value) value[name] = Array.isArray(value[name]) ? value[name].map(meant(terms)) : meant(terms)(value[name]);
    }
    // Else a published text would be given the status that new ones start with.
    if (!full(value.status)) value.status = "published";
    value.body = (parts[2] ?? "").replace(/^(?:[ \t]*\n)+/, "");
    return remember(value, text);
  };
  const toArticle = (value) => {
    const known = asRead.get(sign(value));
    if (known !== undefined) return known;
    const { body = "", ...front } = whole(value);
    const head = Object.keys(front).length ? jsyaml.dump(front, written) : "";
    return `---\n${head}---\n\n${body}`.trim();
  };

  const spoken = (words) => (typeof words === "string" ? { id: words } : words);
  const fromList = (text) => {
    const kepala = text.match(/^(?:#.*\n|[ \t]*\n)*/)[0].trimEnd();
    const daftar = listed(jsyaml.load(text, { schema: jsyaml.FAILSAFE_SCHEMA })).map((entry) => ({
      ...entry,
      ...(entry.name && { name: spoken(entry.name) }),
      ...(entry.note && { note: spoken(entry.note) }),
      ...(entry.aliases && { aliases: listed(entry.aliases) }),
    }));
    return remember({ kepala, daftar }, text);
  };
  const toList = (value) => asRead.get(sign(value)) ?? `${value.kepala ?? ""}\n${jsyaml.dump(whole(value.daftar ?? []), written)}`.trim();

  CMS.registerCustomFormat("rantau-frontmatter", "md", { fromFile: fromArticle, toFile: toArticle });
  CMS.registerCustomFormat("rantau-daftar", "yml", { fromFile: fromList, toFile: toList });
  CMS.init({ config: { ...config, load_config_file: false } });
})();
