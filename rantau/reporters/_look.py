"""How the page of `html.py` looks: light and dark, from 360 pixels on, and on paper."""

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2024; --soft: #57606a; --line: #d5dae0; --card: #f5f7f9;
  --red: #b3181d; --amber: #8a5300; --link: #0b57a4; --mark: #ffe08a; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #e6e9ec; --soft: #a0a9b2; --line: #363d45; --card: #1d2227;
  --red: #ff8f8a; --amber: #f2b84b; --link: #83bdff; --mark: #6b5310; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
small, .note, .where span, .none { color: var(--soft); font-weight: normal; }
small { font-size: .875rem; }
a { color: var(--link); }
code, pre { font-family: ui-monospace, "Cascadia Mono", Consolas, monospace; font-size: .9em; }
p { margin: .35rem 0; }
ul { margin: 0; padding: 0; list-style: none; }
.totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .6rem; margin: 1rem 0; }
.totals div { display: flex; flex-direction: column-reverse; padding: .6rem .8rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .4rem; }
.totals dt { color: var(--soft); font-size: .875rem; }
.totals dd { margin: 0; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.totals .error dd, .error strong, .over { color: var(--red); }
.totals .warning dd, .warning strong { color: var(--amber); }
.contents { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; color: var(--soft); }
.contents a { display: inline-block; padding: .3rem 0; }
.findings > li { margin: 0 0 .75rem; padding: .5rem .8rem .6rem; background: var(--card); border-left: .25rem solid var(--line);
  border-radius: 0 .4rem .4rem 0; }
.findings > .error { border-color: var(--red); }
.findings > .warning { border-color: var(--amber); }
.message { font-weight: 600; }
.fixable { white-space: nowrap; }
pre { margin: .5rem 0; padding: .5rem .6rem; background: var(--paper); border: 1px solid var(--line); border-radius: .3rem;
  white-space: pre-wrap; }
pre b { color: var(--soft); font-weight: normal; padding-right: .5ch; user-select: none; }
mark { background: var(--mark); color: inherit; padding: .1em 0; }
mark:empty { border-left: 2px solid var(--amber); }
.entries > li { padding: .45rem 0; border-bottom: 1px solid var(--line); }
.entries .path { display: block; color: var(--soft); }
.note { display: block; font-size: .9rem; }
.over { font-weight: 600; }
summary { cursor: pointer; padding: .3rem 0; color: var(--link); }
summary h3 { display: inline; margin: 0; color: var(--ink); }
.file { border-bottom: 1px solid var(--line); }
.file > summary { padding: .6rem 0; }
.file[open] > summary { margin-bottom: .4rem; }
.file[open] { padding-bottom: .4rem; }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.rules > li { scroll-margin-top: 1rem; }
.rules > li:target { outline: 2px solid var(--link); outline-offset: .4rem; border-radius: .2rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums; }
th:first-child { text-align: left; padding-left: 0; }
tbody th { font-weight: normal; }
@media (max-width: 34rem) { thead { display: none; } tr { display: block; padding: .5rem 0;
  border-bottom: 1px solid var(--line); } tbody th { display: block; padding: 0; border: 0; }
  td { display: inline-block; padding: 0 1rem 0 0; border: 0; } td::before { content: attr(data-name) " "; color: var(--soft); } }
@media print { body { max-width: none; } .contents, .more > summary { display: none; } .findings > li { break-inside: avoid; }
  details::details-content { content-visibility: visible; } }
"""
