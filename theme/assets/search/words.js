// A text as the words a search knows: rantau/search/words.py splits every text into the same ones.
const LONGEST = 64;
const PART = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[^\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+/g;

const ZEROS = { juta: 6, jt: 6, ribu: 3, rb: 3 };

// Whether a word is a piece of a script without spaces.
export const isCjk = (word) => /^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/.test(word);

// The text in the form in which words are compared.
export function fold(text) {
  return text.normalize("NFKC").toLowerCase()
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize("NFD"))
    .replace(/\p{M}/gu, "")
    .replace(/([\p{L}\p{N}])['’ʼ`](?=[\p{L}\p{N}])/gu, "$1")
    .replace(/(^|[^\p{L}\p{N}])rp(?=[0-9])/gu, "$1rp ")
    .replace(/(^|[^\p{L}\p{N}.,])([0-9]{1,3})(?:[.,]([0-9]{1,2}))? ?(juta|jt|ribu|rb)(?![\p{L}\p{N}])/gu, (_, before, number, rest = "", unit) =>
      before + ((number + rest.padEnd(ZEROS[unit], "0")).replace(/^0+/, "") || "0"))
    .replace(/(^|[^\p{L}\p{N}])(?:\+62[- ]?|0)([0-9]{2,4})([- ])([0-9]{3,4})(?:\3?([0-9]{3,5}))?(?![\p{L}\p{N}])/gu, "$10$2$4$5")
    .replace(/([0-9])[.,](?=[0-9]{3}(?![0-9]))/g, "$1");
}

// The words of a text in their order.
export function split(text) {
  const words = [];
  for (const run of fold(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (const part of run.match(PART)) {
      if (part.length < 3 || !isCjk(part)) words.push(part.length > LONGEST ? [...part].slice(0, LONGEST).join("") : part);
      else for (let at = 0; at < part.length - 1; at++) words.push(part.slice(at, at + 2));
    }
  }
  return words;
}
