// The request body in the console: a form with a field for each part of the schema, next to a text editor. Both show the same value, and
// editing one updates the other.
reference.bodies = (() => {
  const deepest = 6;

  /** The schema with references resolved and the branches of `allOf` merged. */
  function flat(stated, resolved, depth = 0) {
    const schema = resolved(stated);
    if (!schema.allOf || depth > 10) return schema;
    const parts = [...schema.allOf.map((part) => flat(part, resolved, depth + 1)), { ...schema, allOf: undefined }];
    return Object.assign({}, ...parts, {
      properties: Object.assign({}, ...parts.map((part) => part.properties ?? {})),
      required: parts.flatMap((part) => part.required ?? []),
    });
  }

  const alternatives = (schema, resolved) => (schema.oneOf ?? schema.anyOf ?? []).filter((one) => resolved(one).type !== "null");

  /** The type of a value, or undefined if the schema allows several types or doesn't state one. */
  function typeOf(schema) {
    const types = [schema.type ?? []].flat().filter((type) => type !== "null");
    if (types.length === 1) return types[0];
    if (types.length) return undefined;
    return schema.properties ? "object" : schema.items ? "array" : undefined;
  }

  const isFile = (schema) => typeOf(schema) !== "object" && typeOf(schema) !== "array" && (schema.format === "binary"
    || schema.contentMediaType === "application/octet-stream" || Boolean(schema.contentMediaType) && !schema.contentEncoding);

  /** The initial value: the required parts, with the values that the schema states. */
  function initial(stated, resolved, depth = 0) {
    const schema = flat(stated, resolved);
    for (const value of [schema.const, schema.default, schema.example, schema.examples?.[0], schema.enum?.[0]]) {
      if (value !== undefined) return structuredClone(value);
    }
    if (depth > deepest) return null;
    const [first] = alternatives(schema, resolved);
    if (first) return chosen(schema, first, resolved, depth + 1);
    switch (typeOf(schema)) {
      case "object": {
        const names = (schema.required ?? []).filter((name) => !resolved(schema.properties?.[name]).readOnly);
        return Object.fromEntries(names.map((name) => [name, initial(schema.properties?.[name] ?? {}, resolved, depth + 1)]));
      }
      case "array": return Array.from({ length: Math.min(schema.minItems ?? 0, 20) }, () => initial(schema.items ?? {}, resolved, depth + 1));
      case "integer": case "number": return schema.minimum ?? 0;
      case "boolean": return false;
      case "null": return null;
      default: return "";
    }
  }

  /** A value of one alternative, with the discriminator's value for it. */
  function chosen(schema, alternative, resolved, depth = 0) {
    const value = initial(alternative, resolved, depth);
    const { propertyName, mapping } = schema.discriminator ?? {};
    if (propertyName && alternative.$ref && value && typeof value === "object" && !value[propertyName]) {
      const key = Object.keys(mapping ?? {}).find((one) => mapping[one] === alternative.$ref || alternative.$ref.endsWith("/" + mapping[one]));
      value[propertyName] = key ?? alternative.$ref.split("/").pop();
    }
    return value;
  }

  // MARK: Text

  /** Converts the text of a field to a value of the schema's type. */
  function leaf(text, schema) {
    const type = typeOf(schema);
    if ((type === "integer" || type === "number") && text.trim() !== "" && !Number.isNaN(Number(text))) return Number(text);
    if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
    if (type === undefined && !schema.enum) try { return JSON.parse(text); } catch { return text; }
    return text;
  }

  function encodedForm(value) {
    const pairs = [];
    const add = (name, part) => {
      if (Array.isArray(part)) for (const item of part) add(name, item);
      else if (part && typeof part === "object") for (const [key, inner] of Object.entries(part)) add(`${name}[${key}]`, inner);
      else pairs.push([name, part === null ? "" : String(part)]);
    };
    for (const [name, part] of Object.entries(value ?? {})) add(name, part);
    return new URLSearchParams(pairs).toString();
  }

  function decodedForm(text, stated, resolved) {
    const result = {};
    for (const [name, value] of new URLSearchParams(text)) {
      const path = name.split(/[[\]]+/).filter(Boolean);
      let target = result, schema = flat(stated, resolved);
      path.forEach((key, index) => {
        const own = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties[key]
          : typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
        schema = flat(own, resolved);
        if (index < path.length - 1) {
          if (!Object.hasOwn(target, key)) define(target, key, {});
          target = target[key];
        } else if (typeOf(schema) === "array") {
          define(target, key, [...(target[key] ?? []), leaf(value, flat(schema.items ?? {}, resolved))]);
        } else define(target, key, leaf(value, schema));
      });
    }
    return result;
  }

  /** Sets a property, even if its name is special in JavaScript. */
  const define = (target, key, value) => Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });

  // MARK: The form

  /** The fields of a value. `set` receives each change, and undefined removes the value. `rebuild` rebuilds the form. */
  class Fields {
    constructor(resolved, problems, rebuild) {
      Object.assign(this, { resolved, problems, rebuild });
    }

    part(label, stated, value, set, place, { isRequired = true, depth = 0 } = {}) {
      const schema = flat(stated, this.resolved);
      const state = { label, stated, schema, value, set, place, isRequired, depth };
      const several = alternatives(schema, this.resolved);
      if (several.length === 1 && !schema.properties) return this.part(label, several[0], value, set, place, { isRequired, depth });
      const isNested = several.length > 1 && !schema.enum || typeOf(schema) === "object" && schema.properties || typeOf(schema) === "array" && !isFile(flat(schema.items ?? {}, this.resolved));
      if (depth > deepest) return this.text(state, JSON.stringify(value), (text) => JSON.parse(text));
      if (!isNested) return this.single(state);
      if (value === undefined) return this.absent(state);
      if (several.length > 1) return this.choice(state, several);
      return typeOf(schema) === "array" ? this.list(state) : this.object(state);
    }

    label({ label, schema, place, isRequired }, control) {
      const problem = reference.element("span", { class: "problem", role: "alert" });
      control.dataset.place = place;
      const type = [typeOf(schema), isRequired ? reference.text("required") : ""].filter(Boolean).join(", ");
      return reference.element("label", {}, reference.element("span", {}, label, " ", reference.element("span", { class: "type" }, type)), control, problem);
    }

    single(state) {
      const { schema, value, set, isRequired } = state;
      const itemSchema = typeOf(schema) === "array" ? flat(schema.items ?? {}, this.resolved) : schema;
      if (isFile(itemSchema)) return this.file(state, itemSchema !== schema);
      const allowed = "const" in schema ? [schema.const] : schema.enum ?? (typeOf(schema) === "boolean" ? [true, false] : null);
      if (!allowed) {
        const isText = typeOf(schema) === "string" || typeof value === "string";
        const shown = value === undefined ? "" : isText ? String(value) : JSON.stringify(value);
        return this.text(state, shown, (text) => text === "" && !isRequired ? undefined : leaf(text, schema));
      }
      const texts = allowed.map((one) => JSON.stringify(one));
      const isMissing = !texts.includes(JSON.stringify(value));
      const control = reference.element("select", {}, isRequired && !isMissing ? null : reference.element("option", { value: "" }, "—"),
        ...allowed.map((one, index) => reference.element("option", { value: texts[index], selected: texts[index] === JSON.stringify(value) }, typeof one === "string" ? one : texts[index])));
      control.addEventListener("change", () => set(control.value === "" ? undefined : JSON.parse(control.value)));
      return this.label(state, control);
    }

    text(state, shown, read) {
      const control = reference.element("input", { value: shown ?? "", autocomplete: "off", spellcheck: "false",
        inputmode: ["integer", "number"].includes(typeOf(state.schema)) ? "decimal" : null });
      control.addEventListener("input", () => {
        try { state.set(read(control.value)); } catch { state.set(control.value); }
      });
      return this.label(state, control);
    }

    file(state, isSeveral) {
      const control = reference.element("input", { type: "file", multiple: isSeveral });
      control.addEventListener("change", () => {
        const files = [...control.files];
        state.set(isSeveral ? files : files[0]);
      });
      return this.label(state, control);
    }

    /** A button that adds a missing part. */
    absent({ label, stated, set, place, isRequired }) {
      const button = reference.element("button", { type: "button", class: "quiet", "data-place": place, "aria-label": `${reference.text("add")} ${label}` }, reference.text("add"));
      button.addEventListener("click", () => {
        set(initial(stated, this.resolved));
        this.rebuild(place);
      });
      return reference.element("div", { class: "absent" }, reference.element("span", {}, label, " ",
        reference.element("span", { class: "type" }, reference.text(isRequired ? "required" : "notSet"))), button);
    }

    group({ label, set, place, isRequired }, ...content) {
      const group = reference.element("fieldset", {}, reference.element("legend", {}, label), ...content);
      if (isRequired) return group;
      group.append(this.removal(label, place, () => set(undefined)));
      return group;
    }

    removal(label, place, remove) {
      const button = reference.element("button", { type: "button", class: "quiet", "aria-label": `${reference.text("remove")} ${label}` }, reference.text("remove"));
      button.addEventListener("click", () => {
        remove();
        this.rebuild(place);
      });
      return button;
    }

    object(state) {
      const { schema, value, place, depth } = state;
      const target = value && typeof value === "object" && !Array.isArray(value) ? value : {};
      const names = Object.keys(schema.properties ?? {}).filter((name) => !this.resolved(schema.properties[name]).readOnly);
      const fields = names.map((name) => this.part(name, schema.properties[name], Object.hasOwn(target, name) ? target[name] : undefined, (part) => {
        if (part === undefined) delete target[name];
        else define(target, name, part);
        state.set(target);
      }, place ? `${place}.${name}` : name, { isRequired: (schema.required ?? []).includes(name), depth: depth + 1 }));
      return this.group(state, ...fields);
    }

    list(state) {
      const { schema, value, place, depth, label } = state;
      const items = Array.isArray(value) ? value : [];
      const rows = items.map((item, index) => {
        const name = `${label} ${index + 1}`;
        const row = this.part(name, schema.prefixItems?.[index] ?? schema.items ?? {}, item, (part) => {
          items[index] = part ?? null;
          state.set(items);
        }, `${place}[${index}]`, { depth: depth + 1 });
        return reference.element("div", { class: "row" }, row, this.removal(name, place, () => {
          items.splice(index, 1);
          state.set(items);
        }));
      });
      const button = reference.element("button", { type: "button", class: "quiet", "data-place": rows.length ? null : place, "aria-label": `${reference.text("add")} ${label}` }, reference.text("add"));
      button.addEventListener("click", () => {
        items.push(initial(schema.items ?? {}, this.resolved));
        state.set(items);
        this.rebuild(`${place}[${items.length - 1}]`);
      });
      return this.group(state, ...rows, button);
    }

    choice(state, several) {
      const { schema, value, set, place, depth } = state;
      const name = (one) => this.resolved(one).title ?? one.$ref?.split("/").pop() ?? typeOf(flat(one, this.resolved)) ?? "";
      const fitting = several.findIndex((one) => !this.problems(value, one).length);
      const named = several.findIndex((one) => schema.discriminator && chosen(schema, one, this.resolved)?.[schema.discriminator.propertyName] === value?.[schema.discriminator.propertyName]);
      const current = Math.max(0, fitting >= 0 ? fitting : named >= 0 ? named : several.findIndex((one) => typeOf(flat(one, this.resolved)) === (Array.isArray(value) ? "array" : typeof value)));
      const control = reference.element("select", { "aria-label": state.label, "data-place": place },
        ...several.map((one, index) => reference.element("option", { value: String(index), selected: index === current }, name(one))));
      control.addEventListener("change", () => {
        set(chosen(schema, several[Number(control.value)], this.resolved));
        this.rebuild(place);
      });
      return this.group(state, control, this.part(name(several[current]), several[current], value, set, place, { depth: depth + 1 }));
    }
  }

  // MARK: The body

  const isJSON = (type) => /json/.test(type) || type === "*/*";
  const isEncoded = (type) => type.startsWith("application/x-www-form-urlencoded");
  const isMultipart = (type) => type.startsWith("multipart/");
  const isText = (type) => /^text\/|xml|yaml|javascript|csv/.test(type);

  /** The input of a body of one media type. `read` returns the body to send, and its problems. */
  function input(type, media, sample, { resolved, problems, isRequired }) {
    const schema = media.schema ?? media.itemSchema;
    const problem = reference.element("span", { class: "problem", role: "alert" });
    const editor = reference.element("textarea", { spellcheck: "false" }, sample ?? "");
    const area = reference.element("div", { class: "body" });
    const label = (control) => reference.element("label", {}, reference.element("span", {}, reference.text("body"), " ",
      reference.element("span", { class: "type" }, type)), control, problem);
    const mark = (found, control) => {
      problem.textContent = found[0] ?? "";
      control?.setAttribute("aria-invalid", String(found.length > 0));
      for (const one of area.querySelectorAll("[data-place]:is(input, select)")) {
        const own = one.dataset.place && found.find((text) => text.startsWith(one.dataset.place + " "));
        one.setAttribute("aria-invalid", String(Boolean(own)));
        const shown = one.parentElement.querySelector(":scope > .problem");
        if (shown) shown.textContent = own ? own.slice(one.dataset.place.length + 1) : "";
      }
      return found.length === 0;
    };
    const missing = () => isRequired ? [reference.text("isRequired")] : [];

    if (!isJSON(type) && !isEncoded(type) && !isMultipart(type)) {
      const control = isText(type) ? editor : reference.element("input", { type: "file" });
      area.append(label(control));
      return { element: area, read() {
        const body = isText(type) ? control.value : control.files[0];
        return { isValid: mark(body ? [] : missing(), control), body, type };
      } };
    }

    const written = (value) => isEncoded(type) ? encodedForm(value) : JSON.stringify(value, null, 2);
    const read = (text) => isEncoded(type) ? decodedForm(text, schema ?? {}, resolved) : JSON.parse(text);
    let value;
    try { value = read(editor.value); } catch { /* The sample isn't valid for this media type. */ }
    if (value === undefined || isMultipart(type)) {
      value = initial(schema ?? {}, resolved);
      editor.value = isMultipart(type) ? "" : written(value);
    }
    const form = reference.element("div", { class: "fields-of-body" });
    const fields = new Fields(resolved, problems, (place) => {
      rebuild();
      if (place !== undefined) [...form.querySelectorAll("[data-place]")].find((one) => one.dataset.place === place || one.dataset.place.startsWith(place + "."))?.focus();
    });
    const rebuild = () => form.replaceChildren(fields.part(reference.text("form"), schema ?? {}, value, (changed) => {
      value = changed;
      if (!isMultipart(type)) editor.value = value === undefined ? "" : written(value);
    }, ""));
    editor.addEventListener("input", () => {
      try {
        value = editor.value === "" ? undefined : read(editor.value);
        form.inert = false;
        rebuild();
      } catch {
        // The text isn't complete yet, so the form isn't updated.
        form.inert = true;
      }
    });
    if (schema) rebuild();
    area.append(form, isMultipart(type) ? problem : label(editor));
    return { element: area, read() {
      if (isMultipart(type)) {
        const isValid = mark(problems(value, schema), null);
        return { isValid, body: formData(value, media, resolved), type: null };
      }
      const text = editor.value;
      if (text === "") return { isValid: mark(missing(), editor), body: undefined, type };
      let found;
      try { found = problems(read(text), schema); } catch (error) { found = [reference.text("isNoJSON", { problem: error.message })]; }
      return { isValid: mark(found, editor), body: text, type };
    } };
  }

  /** The parts of a multipart body: files unchanged, objects as JSON, and other values as text. */
  function formData(value, media, resolved) {
    const data = new FormData();
    for (const [name, stated] of Object.entries(value ?? {})) {
      for (const part of Array.isArray(stated) ? stated : [stated]) {
        const type = resolved(media.encoding?.[name]).contentType?.split(",")[0];
        if (part instanceof Blob) data.append(name, part);
        else if (part !== null && typeof part === "object") data.append(name, new Blob([JSON.stringify(part)], { type: type ?? "application/json" }));
        else if (type) data.append(name, new Blob([String(part)], { type }));
        else data.append(name, String(part));
      }
    }
    return data;
  }

  /** The input of a request body: a choice if there are several media types. */
  function build(requestBody, sample, tools) {
    const content = requestBody.content ?? {};
    const types = Object.keys(content);
    if (!types.length) return null;
    const preferred = types.find(isJSON) ?? types[0];
    const area = reference.element("div", { class: "body-input" });
    const options = { ...tools, isRequired: requestBody.required === true };
    let current;
    const show = (type) => {
      current = input(type, tools.resolved(content[type]), type === preferred ? sample : "", options);
      area.replaceChildren(...(types.length > 1 ? [choice] : []), current.element);
    };
    const select = reference.element("select", {}, ...types.map((type) => reference.element("option", { value: type, selected: type === preferred }, type)));
    const choice = reference.element("label", {}, reference.element("span", {}, reference.text("mediaType")), select);
    select.addEventListener("change", () => {
      show(select.value);
      select.focus();
    });
    show(preferred);
    return { element: area, read: () => current.read() };
  }

  return { build };
})();
