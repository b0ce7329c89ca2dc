"use strict";
// The reference site: colour theme, copying, highlighting, and links into collapsed parts. The pages can also be read without this
// script.

const reference = {
  /** Runs when the page has loaded. */
  whenReady(action) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", action);
    else action();
  },

  /** Values that outlive the page or the tab. A browser may refuse to store them. */
  stored(key, value, storage = () => localStorage) {
    try {
      if (value === undefined) return storage().getItem("reference-" + key);
      storage().setItem("reference-" + key, value);
    } catch { /* Storage is disabled. */ }
    return value ?? null;
  },

  /** A text of the site in the site's language, with its values inserted. */
  text(name, values = {}) {
    return referenceTexts[name].replace(/\{([A-Za-z]+)\}/g, (place, key) => key in values ? values[key] : place);
  },

  /** Loads a script of the folder `search`. Data is in scripts, because pages opened from disk can't load it otherwise. */
  load(file) {
    const script = reference.element("script", { src: `${reference.root}search/${file}.js` });
    document.head.append(script);
    return script;
  },

  /** Creates an element. Text is never interpreted as markup. */
  element(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  },

  root: document.documentElement.dataset.root ?? "",

  /** Whether the page contains everything, including the search index. */
  get isSinglePage() { return Boolean(document.getElementById("search-index")); },
};

// The theme is the system's until the reader chooses one.
{
  const themes = ["light", "dark"];
  const stored = reference.stored("theme");
  if (themes.includes(stored)) document.documentElement.dataset.theme = stored;

  reference.whenReady(() => {
    const button = document.querySelector("[data-action=theme]");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const shown = document.documentElement.dataset.theme
        ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
      const next = shown === "dark" ? "light" : "dark";
      document.documentElement.dataset.theme = next;
      reference.stored("theme", next);
    });
  });
}

// A link into a collapsed part or a hidden tab opens it.
{
  const reveal = () => {
    let id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
      if (node.classList.contains("panel") && node.parentElement.classList.contains("tabs")) {
        const panels = [...node.parentElement.children].filter((child) => child.classList.contains("panel"));
        const buttons = node.parentElement.querySelectorAll(":scope > input");
        if (buttons[panels.indexOf(node)]) buttons[panels.indexOf(node)].checked = true;
      }
    }
    target.scrollIntoView({ block: "start" });
  };
  addEventListener("hashchange", reveal);
  reference.whenReady(reveal);
}

// A long navigation scrolls to the current page. Escape closes the menu on a narrow screen.
reference.whenReady(() => {
  const contents = document.getElementById("contents");
  const current = contents?.querySelector("[aria-current]");
  if (current && contents.scrollHeight > contents.clientHeight) {
    contents.scrollTop = current.offsetTop - contents.clientHeight / 2;
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && location.hash === "#contents") location.hash = "#content";
  });
});

// All samples use the same language, also on the next page.
reference.whenReady(() => {
  const choose = (key) => {
    for (const input of document.querySelectorAll(".tabs.code > input")) if (input.value === key) input.checked = true;
  };
  const stored = reference.stored("language");
  if (stored) choose(stored);
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!input.matches?.(".tabs.code > input[value]")) return;
    const top = input.getBoundingClientRect().top;
    choose(input.value);
    reference.stored("language", input.value);
    // Samples above may have changed their height.
    scrollBy({ top: input.getBoundingClientRect().top - top, behavior: "instant" });
  });
});

// Code: a button that copies it, parts that fold, and colours.
reference.addTools = (block) => {
  const panel = block.closest(".tabs.code > .panel");
  const button = reference.element("button", { type: "button", class: "copy" }, reference.text("copy"));
  const tools = reference.element("div", { class: "code-tools" }, reference.foldingButton(block), button);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(block.textContent);
      button.textContent = reference.text("copied");
    } catch {
      getSelection().selectAllChildren(block);
      button.textContent = reference.text("selected");
    }
    setTimeout(() => { button.textContent = reference.text("copy"); }, 1500);
  });
  if (panel) {
    panel.append(tools);
  } else {
    const wrapper = reference.element("div", { class: "code-box" });
    block.replaceWith(wrapper);
    wrapper.append(block, tools);
  }
};

// The objects and arrays of indented JSON fold. Their lines stay in the document, so that copying and searching find all of them.
reference.fold = (code) => {
  const text = code.firstChild;
  if (code.childNodes.length !== 1 || text.nodeType !== Node.TEXT_NODE || !/^[[{]\n/.test(text.data) || text.length > 30000) return;
  try { JSON.parse(text.data); } catch { return; }
  const whole = document.createDocumentFragment();
  const outer = [];
  let part = whole;
  text.data.split("\n").forEach((line, index) => {
    const start = index ? "\n" : "";
    const [, indent, end] = /^(\s*)([}\]],?)$/.exec(line) ?? [];
    if (end && outer.length) {
      part.append(start + indent);
      part = outer.pop();
      part.append(end);
    } else if (index && /[[{]$/.test(line)) {
      const inside = reference.element("span", { class: "folded" });
      const button = reference.element("button", { type: "button", class: "fold", "aria-expanded": "true", "aria-label": line.trim() });
      button.addEventListener("click", () => reference.setFolded(button, button.ariaExpanded === "true"));
      part.append(start, button, line, inside, reference.element("span", { class: "rest" }));
      outer.push(part);
      part = inside;
    } else {
      part.append(start + line);
    }
  });
  code.classList.add("foldable");
  code.replaceChildren(whole);
};

reference.setFolded = (button, isFolded) => {
  button.setAttribute("aria-expanded", String(!isFolded));
  button.nextElementSibling.hidden = isFolded;
};

/** A button that folds all parts of JSON, or unfolds them; nothing for other code. */
reference.foldingButton = (block) => {
  if (block.firstElementChild) reference.fold(block.firstElementChild);
  const parts = block.querySelectorAll(".fold");
  if (parts.length < 2) return null;
  const button = reference.element("button", { type: "button" }, reference.text("collapseAll"));
  button.addEventListener("click", () => {
    const isFolded = [...parts].some((part) => part.ariaExpanded === "true");
    for (const part of parts) reference.setFolded(part, isFolded);
    button.textContent = reference.text(isFolded ? "expandAll" : "collapseAll");
  });
  return button;
};

reference.highlight = (() => {
  // Highlights colour ranges of the text without changing the document.
  const isSupported = typeof Highlight === "function" && CSS.highlights;
  const token = /(#?"""[\s\S]*?"""#?|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(^\s*#(?!["]).*$|^\s*\/\/.*$)|\b(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\b|\b(true|false|null|None|True|False|import|let|var|val|const|try|await|as|new|return|print|println|curl)\b/gm;
  const kinds = ["string", "comment", "number", "keyword"];
  if (isSupported) for (const kind of kinds) CSS.highlights.set(kind, new Highlight());
  const highlight = (text) => {
    for (const match of text.data.matchAll(token)) {
      const kind = kinds[[1, 2, 3, 4].findIndex((group) => match[group] !== undefined)];
      const range = new Range();
      range.setStart(text, match.index);
      range.setEnd(text, match.index + match[0].length);
      CSS.highlights.get(kind).add(range);
    }
  };
  return (code) => {
    if (!isSupported || code.textContent.length > 30000) return;
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) highlight(texts.currentNode);
  };
})();

reference.whenReady(() => {
  const prepare = (block) => {
    if (block.dataset.ready) return;
    block.dataset.ready = "true";
    reference.addTools(block);
    if (block.firstElementChild) reference.highlight(block.firstElementChild);
  };
  // A long page highlights code only when it is about to be visible.
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        observer.unobserve(entry.target);
        prepare(entry.target);
      }
    }
  }, { rootMargin: "800px" });
  for (const block of document.querySelectorAll("main pre")) observer.observe(block);
});

// Samples on pages that an app serves use the app's own URL.
reference.whenReady(() => {
  const placeholder = "https://api.example.com";
  if (!location.protocol.startsWith("http") || document.documentElement.dataset.console !== "on") return;
  for (const code of document.querySelectorAll(`.request-sample[data-server^="${placeholder}"] pre code`)) {
    if (code.firstChild) code.firstChild.data = code.firstChild.data.replaceAll(placeholder, location.origin);
  }
});
