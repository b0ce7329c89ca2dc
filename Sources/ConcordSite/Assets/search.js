// Search finds names immediately, and properties and words as their parts are loaded. Parts are scripts, because pages opened from disk
// can't load data.
reference.search = (() => {
  const kinds = ["page", "group", "operationKind", "schema"];
  const folders = ["", "tags", "operations", "schemas"];
  const entries = [];
  const pieces = new Map();
  const requested = new Set();
  let dialog, input, list, empty;
  let selected = 0;
  let previousFocus = null;

  const folded = (text) => text.toLowerCase();
  // The parts of a name: words, path segments, and the humps of camel case.
  const tokens = (text) => text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  function addNames(rows) {
    for (const [kind, title, method = "", path = "", stated = "", isDeprecated = ""] of rows) {
      const address = stated || `${folders[kind]}/${title}.html`;
      entries.push({ kind, title, method, path, address, isDeprecated, lower: folded(title), tokens: [...tokens(title), ...tokens(path)],
        place: folded(path) });
    }
    update();
  }

  function addPiece(key, piece) {
    pieces.set(key, piece);
    update();
  }

  function load(file) {
    if (requested.has(file)) return;
    requested.add(file);
    reference.load(file);
  }

  function loadPieces(query) {
    for (const word of tokens(query)) {
      const key = /^[a-z0-9]/.test(word) ? word[0] : "_";
      if (!pieces.has(key) && !reference.isSinglePage) load(key);
    }
  }

  /** Whether two words differ by at most `most` insertions, deletions, replacements and transpositions. */
  function isNear(left, right, most) {
    if (Math.abs(left.length - right.length) > most) return false;
    let older = [], previous = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row++) {
      const current = [row];
      let least = row;
      for (let column = 1; column <= right.length; column++) {
        const cost = left[row - 1] === right[column - 1] ? 0 : 1;
        let value = Math.min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost);
        if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
          value = Math.min(value, older[column - 2] + 1);
        }
        current.push(value);
        least = Math.min(least, value);
      }
      if (least > most) return false;
      older = previous;
      previous = current;
    }
    return previous[right.length] <= most;
  }

  /** The score of an entry for a word of the query, or 0 if it doesn't match. */
  function score(word, entry) {
    if (entry.lower === word) return 100;
    if (entry.lower.startsWith(word)) return 80;
    let best = 0;
    for (const token of entry.tokens) {
      if (token === word) best = Math.max(best, 70);
      else if (token.startsWith(word)) best = Math.max(best, 60 - Math.min(10, token.length - word.length));
    }
    if (best) return best;
    if (entry.lower.includes(word) || entry.place.includes(word)) return 35;
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    if (most && entry.tokens.some((token) => isNear(token.slice(0, Math.max(word.length, token.length > word.length + most ? word.length : token.length)), word, most))) return 20;
    return 0;
  }

  function find(query) {
    const words = folded(query).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const found = new Map();
    const add = (index, points, note, anchor) => {
      const known = found.get(index);
      if (!known || known.points < points) found.set(index, { entry: entries[index], points, note, anchor });
    };
    const texts = words.map((word) => matches(word));
    entries.forEach((entry, index) => {
      let points = 0, note, anchor;
      for (let place = 0; place < words.length; place++) {
        const own = score(words[place], entry);
        const inside = texts[place].get(index);
        if (!own && !inside) return;
        points += Math.max(own, inside?.points ?? 0);
        if (inside?.anchor && inside.points > own) ({ note, anchor } = inside);
      }
      const whole = score(folded(query.trim()), entry);
      add(index, points / words.length + whole / 2 - (entry.isDeprecated ? 15 : 0) - entry.kind, note, anchor);
    });
    return [...found.values()].sort((left, right) => right.points - left.points || left.entry.title.length - right.entry.title.length)
      .slice(0, 40);
  }

  /** The entries with a matching property or word of a text, by index. */
  function matches(word) {
    const result = new Map();
    const piece = pieces.get(/^[a-z0-9]/.test(word) ? word[0] : "_");
    if (!piece) return result;
    for (const [name, index, anchor] of piece.names) {
      const lower = folded(name);
      if (!lower.startsWith(word)) continue;
      const points = lower === word ? 50 : 30;
      if ((result.get(index)?.points ?? 0) < points) result.set(index, { points, note: name, anchor });
    }
    if (word.length < 3) return result;
    for (const [text, indices] of Object.entries(piece.words)) {
      if (!text.startsWith(word)) continue;
      for (const index of indices) if (!result.has(index)) result.set(index, { points: 12 });
    }
    return result;
  }

  function marked(text, query) {
    const words = folded(query).split(/\s+/).filter(Boolean);
    const lower = folded(text);
    const span = reference.element("span");
    let position = 0;
    while (position < text.length) {
      let next = -1, length = 0;
      for (const word of words) {
        const place = lower.indexOf(word, position);
        if (place >= 0 && (next < 0 || place < next)) [next, length] = [place, word.length];
      }
      if (next < 0) break;
      span.append(text.slice(position, next), reference.element("mark", {}, text.slice(next, next + length)));
      position = next + length;
    }
    span.append(text.slice(position));
    return span;
  }

  function row(result, index, query) {
    const { entry, note, anchor } = result;
    const [page, place] = entry.address.split("#");
    const fragment = anchor ?? place;
    const badge = entry.method
      ? reference.element("span", { class: "method " + entry.method.toLowerCase().replace(/[^a-z]/g, "") }, entry.method)
      : reference.element("span", { class: "kind" }, reference.text(kinds[entry.kind]));
    const details = [entry.path, note].filter(Boolean).join(" · ");
    const href = reference.isSinglePage ? "#" + (fragment ?? "introduction") : reference.root + page + (fragment ? "#" + fragment : "");
    const link = reference.element("a", { href, tabindex: "-1", role: "option", id: "search-result-" + index,
      "aria-selected": index === 0 ? "true" : "false" }, badge, marked(entry.title, query),
      details ? reference.element("small", {}, marked(details, query)) : null);
    link.addEventListener("click", () => dialog.close());
    return link;
  }

  function update() {
    if (!dialog?.open) return;
    const query = input.value;
    loadPieces(query);
    const results = find(query);
    selected = 0;
    list.replaceChildren(...results.map((result, index) => row(result, index, query)));
    list.hidden = !results.length;
    input.setAttribute("aria-expanded", String(results.length > 0));
    input.setAttribute("aria-activedescendant", results.length ? "search-result-0" : "");
    empty.textContent = reference.text(query.trim() ? "nothingFound" : "searchHint");
    empty.hidden = results.length > 0;
  }

  function select(index) {
    const items = list.children;
    if (!items.length) return;
    items[selected]?.setAttribute("aria-selected", "false");
    selected = (index + items.length) % items.length;
    items[selected].setAttribute("aria-selected", "true");
    items[selected].scrollIntoView({ block: "nearest", behavior: "instant" });
    input.setAttribute("aria-activedescendant", items[selected].id);
  }

  function build() {
    input = reference.element("input", { type: "text", placeholder: reference.text("search"), "aria-label": reference.text("search"), role: "combobox",
      "aria-controls": "search-results", "aria-expanded": "false", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false" });
    list = reference.element("div", { id: "search-results", class: "results", role: "listbox", "aria-label": reference.text("results"), hidden: true });
    empty = reference.element("p", { class: "empty", role: "status" });
    dialog = reference.element("dialog", { class: "search", "aria-label": reference.text("search") }, input, list, empty);
    input.addEventListener("input", update);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") select(selected + 1);
      else if (event.key === "ArrowUp") select(selected - 1);
      else if (event.key === "Enter") list.children[selected]?.click();
      else return;
      event.preventDefault();
    });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => previousFocus?.focus({ preventScroll: true }));
    document.body.append(dialog);
  }

  function prepare() {
    const data = document.getElementById("search-index");
    if (data) {
      if (entries.length) return;
      const index = JSON.parse(data.textContent);
      for (const [key, piece] of Object.entries(index.pieces)) pieces.set(key, piece);
      addNames(index.names);
    } else {
      load("names");
    }
  }

  function open() {
    prepare();
    if (!dialog) build();
    if (dialog.open) return;
    previousFocus = document.activeElement;
    dialog.showModal();
    input.select();
    update();
  }

  reference.whenReady(() => {
    const button = document.querySelector("[data-action=search]");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", open);
    button.addEventListener("pointerenter", prepare, { once: true });
    addEventListener("keydown", (event) => {
      const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
      const isShortcut = event.key === "/" && !isTyping || event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey);
      if (!isShortcut) return;
      event.preventDefault();
      open();
    });
    // The names are loaded before the first key is pressed.
    (globalThis.requestIdleCallback ?? setTimeout)(prepare);
  });

  return { addNames, addPiece, find, isNear };
})();
