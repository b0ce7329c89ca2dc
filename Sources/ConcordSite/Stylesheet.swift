/// What the page looks like: one column on a phone, with the table of contents beside it where there is room and the
/// examples beside the text where there is more; light or dark as the reader's system is.
enum Stylesheet {
    static let source: HTML = """
        :root {
          color-scheme: light dark;
          --paper: #ffffff; --wash: #f6f7f9; --line: #e3e6ea; --ink: #1b1f24; --faint: #59636e;
          --link: #0b5fcc; --code: #f2f4f7; --mark: #fff3c4; --panel: #f8f9fb;
          --get: #0b5fcc; --post: #17703c; --put: #8a5300; --patch: #6b3fc9; --delete: #b3261e; --other: #4a5560;
          --warn: #8a5300; --required: #b3261e;
          --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Inter", "Noto Sans", "DejaVu Sans", sans-serif;
          --mono: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", "DejaVu Sans Mono", Menlo, monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #0f1216; --wash: #151a20; --line: #2a313a; --ink: #e4e8ed; --faint: #9aa5b1;
            --link: #74b0ff; --code: #1d242c; --mark: #4a3d0c; --panel: #141920;
            --get: #74b0ff; --post: #63cf8c; --put: #f0b45b; --patch: #b79bff; --delete: #ff8f85; --other: #aab4bf;
            --warn: #f0b45b; --required: #ff8f85;
          }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); }
        a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
        code, pre, .path, .type, .name, .status { font-family: var(--mono); font-size: .875em; }
        code { background: var(--code); padding: .12em .36em; border-radius: 4px; overflow-wrap: anywhere; }
        pre { background: var(--code); padding: .9rem 1.1rem; border-radius: 8px; overflow-x: auto; line-height: 1.5;
          margin: .8rem 0; max-height: 30rem; }
        pre code { background: none; padding: 0; font-size: 1em; overflow-wrap: normal; }
        h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
        h1 { font-size: 2.3rem; letter-spacing: -.025em; margin: 0 0 .4rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.6rem; letter-spacing: -.015em; margin: 0 0 .6rem; overflow-wrap: anywhere; }
        h3 { font-size: 1.2rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
        h4 { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--faint);
          margin: 1.8rem 0 .5rem; }
        h1.prose, h2.prose, h3.prose { font-size: 1.15rem; margin: 1.6rem 0 .5rem; letter-spacing: 0; }
        h4.prose, h5.prose, h6.prose { font-size: 1rem; text-transform: none; letter-spacing: 0; color: inherit;
          margin: 1.2rem 0 .4rem; }
        p { margin: 0 0 .8rem; }
        ul, ol { padding-left: 1.4rem; margin: 0 0 .8rem; }
        blockquote { margin: 0 0 .8rem; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--faint); }
        hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
        .scroll { overflow-x: auto; margin: 0 0 .8rem; }
        .scroll table { border-collapse: collapse; font-size: .92rem; }
        .scroll th, .scroll td { border: 1px solid var(--line); padding: .35rem .7rem; text-align: left;
          vertical-align: top; }
        .scroll th { background: var(--wash); font-weight: 600; }

        .skip { position: absolute; left: -100vw; top: 0; background: var(--ink); color: var(--paper);
          padding: .6rem 1rem; z-index: 2; }
        .skip:focus { left: 0; }
        .contents { border-bottom: 1px solid var(--line); background: var(--wash); padding: 1rem 1.25rem;
          font-size: .9rem; }
        .contents .title { font-weight: 650; margin: 0; overflow-wrap: anywhere; }
        .contents ul { list-style: none; margin: 0; padding: 0; }
        .contents summary { cursor: pointer; padding: .3rem 0; font-weight: 600; overflow-wrap: anywhere; }
        .contents summary .count { color: var(--faint); font-weight: 400; }
        .contents a { display: flex; gap: .55rem; align-items: baseline; color: inherit; text-decoration: none;
          padding: .22rem .5rem; margin: 0 -.5rem; border-radius: 6px; overflow-wrap: anywhere; }
        .contents a:hover { background: var(--line); }
        .contents .method { flex: 0 0 3.1rem; font-size: .65rem; padding: 0; background: none; text-align: right; }
        .contents > details > summary { font-weight: 650; }
        main { padding: 2rem 1.25rem 6rem; max-width: 78rem; margin: 0 auto; }
        main > header { margin-bottom: 2.5rem; }
        .prose-block { max-width: 46rem; overflow-wrap: anywhere; }
        .prose-block > :last-child { margin-bottom: 0; }
        .break { display: block; height: .5rem; }
        .break:first-child { display: none; }
        .facts { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; color: var(--faint); font-size: .92rem;
          margin: 0 0 1.2rem; padding: 0; list-style: none; }
        .group { margin-top: 4rem; }
        .group > .prose-block { color: var(--faint); margin-bottom: 1.6rem; }

        .entry { border-top: 1px solid var(--line); padding: 2rem 0 2.2rem; content-visibility: auto;
          contain-intrinsic-size: auto 36rem; }
        .schema.entry { contain-intrinsic-size: auto 18rem; padding: 1.6rem 0; }
        .entry > h3 a.self, .entry header a.self { color: inherit; text-decoration: none; }
        .entry a.self:hover::after { content: " #"; color: var(--faint); }
        .route { display: flex; gap: .7rem; align-items: center; flex-wrap: wrap; margin: 0 0 1rem; }
        .path { overflow-wrap: anywhere; font-size: .95rem; }
        .path b { color: var(--link); font-weight: 600; }
        .method { font: 700 .72rem/1 var(--mono); letter-spacing: .03em; padding: .38em .6em; border-radius: 5px;
          color: var(--hue); background: color-mix(in srgb, var(--hue) 13%, transparent); --hue: var(--other); }
        .method.get, .method.head, .method.options, .method.query { --hue: var(--get); }
        .method.post { --hue: var(--post); }
        .method.put { --hue: var(--put); }
        .method.patch { --hue: var(--patch); }
        .method.delete { --hue: var(--delete); }
        .badge { font: 600 .72rem/1 var(--sans); padding: .32em .6em; border-radius: 99px; border: 1px solid var(--line);
          color: var(--faint); white-space: nowrap; }
        .badge.warn { color: var(--warn); border-color: currentColor; }
        .columns > div > h4:first-child { margin-top: .2rem; }
        .columns { display: grid; gap: 0 3rem; grid-template-columns: minmax(0, 1fr); }
        .samples h4:first-child { margin-top: 0; }
        .samples pre { background: var(--panel); border: 1px solid var(--line); font-size: .8rem;
          white-space: pre-wrap; overflow-wrap: anywhere; }

        dl.fields { margin: 0; border-top: 1px solid var(--line); }
        .fields > div { padding: .65rem 0; border-bottom: 1px solid var(--line); }
        .fields dt { display: flex; flex-wrap: wrap; gap: .15rem .6rem; align-items: baseline; }
        .fields dd { margin: .15rem 0 0; font-size: .94rem; }
        .fields .prose-block p { margin-bottom: .4rem; }
        .name { font-weight: 650; overflow-wrap: anywhere; }
        .type { color: var(--faint); overflow-wrap: anywhere; }
        .required { color: var(--required); font-size: .78rem; font-weight: 600; text-transform: none;
          letter-spacing: 0; }
        .hint { color: var(--faint); font-size: .78rem; }
        .constraints { list-style: none; padding: 0; margin: .25rem 0 0; display: flex; flex-wrap: wrap;
          gap: .2rem .9rem; font-size: .84rem; color: var(--faint); }
        .constraints li { overflow-wrap: anywhere; }
        .nested { margin: .4rem 0 0; }
        .nested > summary { cursor: pointer; color: var(--link); font-size: .85rem; width: fit-content; }
        .nested > .body { border-left: 2px solid var(--line); padding-left: 1rem; margin-top: .4rem; }
        .body > dl.fields { border-top: 0; }
        .body > dl.fields > div:last-child, .alternatives > li > dl.fields > div:last-child { border-bottom: 0; }
        .alternatives { padding-left: 1.2rem; margin: .3rem 0 0; font-size: .94rem; }
        .responses { list-style: none; padding: 0; margin: 0; border-top: 1px solid var(--line); }
        .responses > li { padding: .8rem 0; border-bottom: 1px solid var(--line); }
        .status { font-weight: 700; margin-right: .6rem; }
        .status.good { color: var(--post); } .status.away { color: var(--put); } .status.bad { color: var(--delete); }
        .media { margin: .5rem 0 0; }
        .media > code { font-size: .8rem; }
        .responses .prose-block { display: inline-block; vertical-align: top; }
        footer { color: var(--faint); font-size: .85rem; border-top: 1px solid var(--line); padding-top: 1.5rem;
          margin-top: 4rem; }

        @media (min-width: 64rem) {
          body { display: grid; grid-template-columns: 18.5rem minmax(0, 1fr); }
          .contents { position: sticky; top: 0; height: 100vh; overflow-y: auto; overscroll-behavior: contain;
            border-bottom: 0; border-right: 1px solid var(--line); padding: 1.8rem 1.4rem; scrollbar-width: thin; }
          main { padding: 3rem 3.5rem 8rem; width: 100%; }
        }
        @media (min-width: 84rem) {
          .columns { grid-template-columns: minmax(0, 1.25fr) minmax(20rem, 1fr); }
          .samples { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow-y: auto; }
        }
        @media print {
          body { display: block; font-size: 10pt; }
          .contents, .skip { display: none; }
          main { padding: 0; max-width: none; }
          .entry { content-visibility: visible; break-inside: auto; }
          .route, h2, h3, h4 { break-after: avoid; }
          details::details-content { content-visibility: visible; block-size: auto; }
          pre { white-space: pre-wrap; max-height: none; }
          .samples { position: static; max-height: none; }
        }

        """
}
