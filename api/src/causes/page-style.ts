/** Stella's paper and ink, light or dark as the device is; it stands alone, so that it opens from a mail too. */
export const styleOfCauses = `:root{color-scheme:light dark;--paper:light-dark(#f4f5f2,#101526);--sheet:light-dark(#fff,#182038);--line:light-dark(#dcdfd9,#2e3855);--ink:light-dark(#151d33,#eef0f4);--ink-2:light-dark(#474f66,#b6bed2);--star:#f5b81c}
*{box-sizing:border-box;margin:0}
body{font:400 1rem/1.5 "Hanken Grotesk Variable","Hanken Grotesk",system-ui,sans-serif;font-variant-numeric:tabular-nums;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
a{color:inherit;text-underline-offset:.2em}a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;padding:.5rem;background:var(--sheet)}
header,main{max-width:52rem;margin:0 auto;padding-inline:1.25rem}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;padding-block:1rem}header a,nav a{display:inline-flex;align-items:center;min-height:2.75rem}
main{padding-block:1rem 6rem}h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.015em}.lead{margin-top:.75rem;font-size:1.125rem;color:var(--ink-2)}
nav ul{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin-top:1rem;padding:0;list-style:none}
h2{margin-top:2.5rem;font-size:1.375rem;line-height:1.3}h2+p{margin-top:.5rem;color:var(--ink-2)}
section{margin-top:1rem;padding:1.25rem;border:1px solid var(--line);border-radius:8px;background:var(--sheet)}section:target{box-shadow:inset 4px 0 0 var(--star)}
h2,section{scroll-margin-top:1rem}h3{font-size:1.125rem;line-height:1.35}
dl{margin-top:.75rem}dl>div{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:0 1rem;padding-block:.5rem;border-top:1px solid var(--line)}dt{color:var(--ink-2)}
@media (max-width:40em){dl>div{grid-template-columns:minmax(0,1fr)}}
@media print{header,nav{display:none}section{break-inside:avoid}}`
