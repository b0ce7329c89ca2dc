"use strict";
(() => {
  const root = document.documentElement;
  const saved = localStorage.getItem("admin-theme");
  if (saved) root.dataset.theme = saved;

  const theme = document.querySelector("[data-theme-switch]");
  if (theme) {
    theme.hidden = false;
    theme.addEventListener("click", () => {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      localStorage.setItem("admin-theme", root.dataset.theme);
    });
  }

  if (matchMedia("(max-width: 48rem)").matches) document.querySelector(".models details")?.removeAttribute("open");

  const all = document.querySelector("[data-select-all]");
  if (all) {
    const boxes = [...document.querySelectorAll("input[name=key]")];
    all.hidden = false;
    all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
    boxes.forEach((box) => box.addEventListener("change", () => { all.checked = boxes.every((one) => one.checked); }));
  }

  const form = document.querySelector("form[data-unsaved]");
  let isChanged = false;
  if (form) {
    form.addEventListener("input", () => { isChanged = true; });
    form.addEventListener("submit", () => { isChanged = false; });
    addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
    form.querySelector("[aria-invalid]")?.focus();
  }

  addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !isTyping) {
      const search = document.querySelector("[data-shortcut='/']");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    }
    if (event.key === "s" && (event.ctrlKey || event.metaKey) && form) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button.primary"));
    }
  });

  // References to other objects: the form sends the hidden key, and the visible input searches by name.
  const makeSearchable = (key) => {
    const input = document.createElement("input");
    const list = document.createElement("ul");
    const id = key.id;
    let found = [], index = -1, turn = 0;
    input.type = "text";
    input.value = key.dataset.label ?? key.value;
    input.autocomplete = "off";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id + "_found");
    for (const name of ["aria-describedby", "aria-invalid"]) {
      if (key.hasAttribute(name)) input.setAttribute(name, key.getAttribute(name));
    }
    list.id = id + "_found";
    list.className = "found";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Results");
    list.hidden = true;
    key.type = "hidden";
    key.id = id + "_key";
    input.id = id;
    key.after(input, list);
    key.parentElement.querySelector(".chosen")?.remove();

    const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); index = -1; };
    const choose = (one) => {
      key.value = one.value;
      input.value = one.label;
      isChanged = true;
      close();
    };
    const mark = (next) => {
      index = next;
      [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === index)));
      input.setAttribute("aria-activedescendant", index < 0 ? "" : list.children[index].id);
    };
    const show = () => {
      list.replaceChildren(...found.map((one, place) => {
        const item = document.createElement("li");
        item.id = `${id}_found_${place}`;
        item.setAttribute("role", "option");
        item.textContent = one.label;
        item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(one); });
        return item;
      }));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
      mark(found.length ? 0 : -1);
    };
    input.addEventListener("input", async () => {
      key.value = input.value;
      const mine = ++turn;
      const answer = await fetch(`${key.dataset.search}?q=${encodeURIComponent(input.value)}`);
      if (mine !== turn || !answer.ok) return;
      found = await answer.json();
      show();
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown") { event.preventDefault(); mark((index + 1) % found.length); }
      if (event.key === "ArrowUp") { event.preventDefault(); mark((index + found.length - 1) % found.length); }
      if (event.key === "Enter" && index >= 0) { event.preventDefault(); choose(found[index]); }
      if (event.key === "Escape") close();
    });
  };
  document.querySelectorAll("input[data-search]").forEach(makeSearchable);

  // Forms of related objects: one empty form is shown, and a button adds more.
  document.querySelectorAll("[data-inline]").forEach((inline) => {
    const template = inline.querySelector("template");
    const add = inline.querySelector("[data-add-row]");
    if (!template || !add) return;
    const total = inline.querySelector("input[name$=_total]");
    const makeRemovable = (row) => {
      const remove = row.querySelector("[data-remove-row]");
      if (!remove) return;
      remove.hidden = false;
      remove.addEventListener("click", () => { row.remove(); isChanged = true; add.focus(); });
    };
    [...inline.querySelectorAll("[data-blank-row]")].slice(1).forEach((row) => row.remove());
    inline.querySelectorAll(".inline-row").forEach(makeRemovable);
    add.hidden = false;
    add.addEventListener("click", () => {
      const row = template.content.firstElementChild.cloneNode(true);
      const number = total.value++;
      row.querySelectorAll("*").forEach((part) => {
        for (const name of ["name", "id", "for", "aria-describedby"]) {
          const value = part.getAttribute(name);
          if (value) part.setAttribute(name, value.replaceAll("__index__", number));
        }
      });
      template.before(row);
      makeRemovable(row);
      row.querySelectorAll("input[data-search]").forEach(makeSearchable);
      row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    });
  });
})();
