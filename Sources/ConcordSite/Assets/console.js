// The console sends an operation's request from the page. It is off unless the site or the app enables it, and its credentials are kept
// only in the tab.
reference.console = (() => {
  const methodNames = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
  let whole = null;
  const waiting = [];

  reference.setDocument = (document) => {
    whole = document;
    for (const resume of waiting.splice(0)) resume();
  };

  /** The OpenAPI document: loaded as a script if pages are opened from disk, and as data if a server sends them. */
  async function loadDocument() {
    if (whole) return whole;
    const data = document.getElementById("document");
    if (data) return whole = JSON.parse(data.textContent);
    if (reference.isSinglePage) {
      return whole = await (await fetch(document.documentElement.dataset.document)).json();
    }
    await new Promise((resume, fail) => {
      waiting.push(resume);
      reference.load("document").addEventListener("error", () => fail(new Error(reference.text("documentNotLoaded"))));
    });
    return whole;
  }

  function resolved(node, depth = 0) {
    if (!node?.$ref || depth > 20) return node ?? {};
    if (!node.$ref.startsWith("#/")) return {};
    let target = whole;
    for (const part of node.$ref.slice(2).split("/")) {
      let key = part;
      try { key = decodeURIComponent(part); } catch { /* Invalid percent-encoding is kept. */ }
      target = target?.[key.replaceAll("~1", "/").replaceAll("~0", "~")];
    }
    return resolved(target, depth + 1);
  }

  // MARK: Validation

  const typeNames = { string: "typeString", integer: "typeInteger", number: "typeNumber", boolean: "typeBoolean", array: "typeArray",
    object: "typeObject", null: "typeNull" };

  const counted = (count, one, several) => `${count} ${reference.text(count === 1 ? one : several)}`;

  /** The reasons why a schema rejects a value, each with the place in the value. */
  function problems(value, stated, place = "", depth = 0) {
    // The contents of a file aren't validated.
    if (depth > 30 || stated === true || stated === undefined || value instanceof Blob) return [];
    const found = [];
    const report = (name, values) => found.push((place ? place + " " : "") + reference.text(name, values));
    if (stated === false) {
      report("isNotAllowed");
      return found;
    }
    if (stated.$ref) {
      found.push(...problems(value, resolved(stated), place, depth + 1));
    }
    if (value === null && stated.nullable) return found;
    const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
    const types = [stated.type ?? []].flat();
    const fits = (type) => type === kind || type === "integer" && kind === "number" && Number.isInteger(value);
    if (types.length && !types.some(fits)) {
      const names = types.map((type) => typeNames[type] ? reference.text(typeNames[type]) : type);
      report("mustBeOfType", { type: names.reduce((first, second) => reference.text("alternativeTypes", { first, second })) });
      return found;
    }
    const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);
    if (stated.enum && !stated.enum.some((allowed) => same(allowed, value))) report("mustBeOneOf", { values: stated.enum.join(", ") });
    if ("const" in stated && !same(stated.const, value)) report("mustBe", { value: JSON.stringify(stated.const) });
    if (kind === "number") checkNumber(value, stated, report);
    if (kind === "string") checkString(value, stated, report);
    if (kind === "array") found.push(...checkArray(value, stated, place, depth, report));
    if (kind === "object") found.push(...checkObject(value, stated, place, depth, report));
    for (const part of stated.allOf ?? []) found.push(...problems(value, part, place, depth + 1));
    const accepting = (branches) => branches.filter((branch) => !problems(value, branch, place, depth + 1).length).length;
    if (stated.anyOf && !accepting(stated.anyOf)) report("fitsNone");
    if (stated.oneOf && accepting(stated.oneOf) !== 1) report("mustFitOne");
    if (stated.not && !problems(value, stated.not, place, depth + 1).length) report("isNotAllowed");
    return found;
  }

  function checkNumber(value, stated, report) {
    const above = stated.exclusiveMinimum === true ? stated.minimum : stated.exclusiveMinimum;
    const below = stated.exclusiveMaximum === true ? stated.maximum : stated.exclusiveMaximum;
    if (typeof above === "number" && value <= above) report("mustBeGreater", { bound: above });
    else if (value < stated.minimum) report("mustBeAtLeast", { bound: stated.minimum });
    if (typeof below === "number" && value >= below) report("mustBeLess", { bound: below });
    else if (value > stated.maximum) report("mustBeAtMost", { bound: stated.maximum });
    if (stated.multipleOf) {
      const quotient = value / stated.multipleOf;
      if (Math.abs(quotient - Math.round(quotient)) > 1e-9) report("mustBeMultiple", { number: stated.multipleOf });
    }
  }

  function checkString(value, stated, report) {
    const length = [...value].length;
    if (length < stated.minLength) report("mustHaveAtLeast", { count: counted(stated.minLength, "character", "characters") });
    if (length > stated.maxLength) report("mustHaveAtMost", { count: counted(stated.maxLength, "character", "characters") });
    if (stated.pattern) {
      let pattern;
      try { pattern = new RegExp(stated.pattern, "u"); } catch { return; }
      // Matching a long string can take very long with some patterns.
      if (length < 1000 && !pattern.test(value)) report("mustMatch", { pattern: stated.pattern });
    }
  }

  function checkArray(value, stated, place, depth, report) {
    if (value.length < stated.minItems) report("mustHaveAtLeast", { count: counted(stated.minItems, "item", "items") });
    if (value.length > stated.maxItems) report("mustHaveAtMost", { count: counted(stated.maxItems, "item", "items") });
    if (stated.uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length) report("mustHaveUniqueItems");
    const prefix = stated.prefixItems ?? [];
    return value.flatMap((item, index) => problems(item, prefix[index] ?? stated.items, `${place}[${index}]`, depth + 1));
  }

  function checkObject(value, stated, place, depth, report) {
    const inside = (name) => place ? place + "." + name : name;
    const found = [];
    for (const name of stated.required ?? []) {
      const property = resolved(stated.properties?.[name]);
      if (!(name in value) && !property.readOnly && !property.writeOnly) found.push(`${inside(name)} ${reference.text("isRequired")}`);
    }
    for (const [name, item] of Object.entries(value)) {
      const property = Object.hasOwn(stated.properties ?? {}, name) ? stated.properties[name] : undefined;
      if (property !== undefined) found.push(...problems(item, property, inside(name), depth + 1));
      else if (stated.additionalProperties === false && !stated.patternProperties) found.push(`${inside(name)} ${reference.text("isNoProperty")}`);
      else if (typeof stated.additionalProperties === "object") {
        found.push(...problems(item, stated.additionalProperties, inside(name), depth + 1));
      }
    }
    const count = Object.keys(value).length;
    if (count < stated.minProperties) report("mustHaveAtLeast", { count: counted(stated.minProperties, "property", "properties") });
    if (count > stated.maxProperties) report("mustHaveAtMost", { count: counted(stated.maxProperties, "property", "properties") });
    return found;
  }

  // MARK: The form

  function find(method, path) {
    const item = resolved(whole.paths?.[path]);
    const name = method.toLowerCase();
    const operation = methodNames.includes(name) ? item[name] : item.additionalOperations?.[method];
    if (!operation) return null;
    const own = (operation.parameters ?? []).map((parameter) => resolved(parameter));
    const isStated = (shared) => own.some((parameter) => parameter.name === shared.name && parameter.in === shared.in);
    const shared = (item.parameters ?? []).map((parameter) => resolved(parameter)).filter((parameter) => !isStated(parameter));
    return { item, operation, parameters: [...shared, ...own] };
  }

  function servers({ item, operation }) {
    const stated = operation.servers ?? item.servers ?? whole.servers ?? [];
    const addresses = stated.map((server) => {
      let url = server.url ?? "";
      for (const [name, variable] of Object.entries(server.variables ?? {})) url = url.replaceAll(`{${name}}`, variable.default ?? "");
      return url;
    });
    // A page that an app serves sends requests to that app.
    if (reference.isSinglePage && location.protocol.startsWith("http")) {
      const paths = addresses.map((address) => { try { return new URL(address, location.origin).pathname; } catch { return "/"; } });
      return [...new Set((paths.length ? paths : ["/"]).map((path) => location.origin + path))].map(trimmed);
    }
    return (addresses.length ? addresses : [location.origin]).map((address) => {
      try { return trimmed(new URL(address, location.href).href); } catch { return address; }
    });
  }

  const trimmed = (address) => address.replace(/\/+$/, "");

  function schemes({ operation }) {
    const requirements = operation.security ?? whole.security ?? [];
    const names = [...new Set(requirements.flatMap((requirement) => Object.keys(requirement)))];
    return names.map((name) => ({ name, scheme: resolved(whole.components?.securitySchemes?.[name]) }))
      .filter(({ scheme }) => ["http", "apiKey", "oauth2", "openIdConnect"].includes(scheme.type));
  }

  function credential(name, value) {
    return reference.stored("credential-" + name, value, () => sessionStorage) ?? "";
  }

  const example = (parameter) => parameter.example ?? Object.values(parameter.examples ?? {}).map((stated) => resolved(stated).value)[0]
    ?? resolved(parameter.schema).example ?? resolved(parameter.schema).default;

  function field(label, control, type) {
    const problem = reference.element("span", { class: "problem", role: "alert" });
    return { control, problem, element: reference.element("label", {},
      reference.element("span", {}, label, " ", reference.element("span", { class: "type" }, type ?? "")), control, problem) };
  }

  function parameterField(parameter) {
    const schema = resolved(parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema);
    const allowed = schema.enum ?? (schema.type === "boolean" ? [true, false] : null);
    const stated = example(parameter);
    const initial = parameter.required && stated !== undefined && stated !== null
      ? typeof stated === "object" ? JSON.stringify(stated) : String(stated) : "";
    let control;
    if (allowed) {
      control = reference.element("select", {}, parameter.required ? null : reference.element("option", { value: "" }, "—"),
        ...allowed.map((value) => reference.element("option", { value: String(value), selected: String(value) === initial }, String(value))));
    } else {
      control = reference.element("input", { value: initial, autocomplete: "off", spellcheck: "false" });
    }
    const type = [schema.type, parameter.in, parameter.required ? reference.text("required") : ""].flat().filter(Boolean).join(", ");
    return { parameter, schema, ...field(parameter.name, control, type) };
  }

  /** Converts the text of a field to a value of its schema. Arrays are JSON, or separated by commas. */
  function parsed(text, schema) {
    const types = [schema.type ?? []].flat();
    if (/^[[{]/.test(text) && (types.includes("array") || types.includes("object"))) {
      try { return JSON.parse(text); } catch { return text; }
    }
    if (types.includes("array")) return text.split(",").map((part) => parsed(part.trim(), resolved(schema.items)));
    if ((types.includes("integer") || types.includes("number")) && text.trim() !== "" && !Number.isNaN(Number(text))) return Number(text);
    if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
    return text;
  }

  function written(parameter, value) {
    const key = encodeURIComponent(parameter.name);
    const text = (part) => encodeURIComponent(typeof part === "object" ? JSON.stringify(part) : String(part));
    if (!Array.isArray(value) && typeof value === "object" && value && parameter.schema) {
      return parameter.style === "deepObject"
        ? Object.entries(value).map(([name, part]) => `${key}%5B${encodeURIComponent(name)}%5D=${text(part)}`)
        : Object.entries(value).map(([name, part]) => `${encodeURIComponent(name)}=${text(part)}`);
    }
    if (!Array.isArray(value)) return [`${key}=${text(value)}`];
    if (parameter.explode ?? true) return value.map((part) => `${key}=${text(part)}`);
    const separator = { spaceDelimited: "%20", pipeDelimited: "%7C" }[parameter.style] ?? ",";
    return [`${key}=${value.map(text).join(separator)}`];
  }

  /** The body in the page's sample of the operation. */
  function sampleBody(article) {
    const http = [...article.querySelectorAll(".request-sample .tabs > input")].findIndex((input) => input.value === "http");
    const panel = article.querySelectorAll(".request-sample .tabs > .panel")[http];
    return panel?.querySelector("code")?.textContent.split("\n\n").slice(1).join("\n\n") ?? "";
  }

  function build(article, method, path) {
    const found = find(method, path);
    if (!found) return null;
    const addresses = servers(found);
    const server = field(reference.text("server"), reference.element("select", {}, ...addresses.map((url) => reference.element("option", { value: url }, url))));
    const credentials = schemes(found).map(({ name, scheme }) => ({ name, scheme, ...field(name,
      reference.element("input", { type: "password", value: credential(name), autocomplete: "off" }),
      scheme.type === "apiKey" ? reference.text("apiKey", { place: scheme.in })
        : reference.text(scheme.scheme === "basic" ? "userAndPassword" : "token")) }));
    const parameters = found.parameters.filter((parameter) => parameter.in !== "cookie").map(parameterField);
    const hasBody = method !== "GET" && method !== "HEAD";
    const body = hasBody ? reference.bodies.build(resolved(found.operation.requestBody), sampleBody(article), { resolved, problems }) : null;
    const send = reference.element("button", { type: "submit" }, reference.text("send"));
    const result = reference.element("div", { class: "result", hidden: true, "aria-live": "polite" });
    const form = reference.element("form", {}, server.element, ...credentials.map((one) => one.element),
      ...parameters.map((one) => one.element), body?.element, send);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      for (const { name, control } of credentials) credential(name, control.value);
      const request = assemble({ method, path, server, credentials, parameters, body });
      if (!request) return form.querySelector("[aria-invalid=true]")?.focus();
      send.disabled = true;
      await perform(request, found.operation, result);
      send.disabled = false;
    });
    return [form, result];
  }

  /** The request, or null if an input is invalid. The form then shows the problem. */
  function assemble({ method, path, server, credentials, parameters, body }) {
    let isValid = true;
    const mark = (one, text) => {
      one.problem.textContent = text;
      one.control.setAttribute("aria-invalid", String(Boolean(text)));
      if (text) isValid = false;
    };
    const query = [];
    const headers = new Headers();
    for (const one of parameters) {
      const { parameter, schema, control } = one;
      if (control.value === "") {
        mark(one, parameter.required ? reference.text("isRequired") : "");
        continue;
      }
      const value = parsed(control.value, schema);
      mark(one, problems(value, schema)[0] ?? "");
      if (parameter.in === "path") path = path.replaceAll(`{${parameter.name}}`, encodeURIComponent([value].flat().join(",")));
      else if (parameter.in === "query") query.push(...written(parameter, value));
      else if (parameter.in === "querystring") query.push(control.value);
      else if (parameter.in === "header") headers.set(parameter.name, [value].flat().join(","));
    }
    const content = body?.read();
    if (content?.body !== undefined && content.type) headers.set("Content-Type", content.type === "*/*" ? "application/json" : content.type);
    if (!isValid || content && !content.isValid) return null;
    for (const { scheme, control } of credentials) {
      if (!control.value) continue;
      if (scheme.type === "apiKey" && scheme.in === "query") query.push(`${encodeURIComponent(scheme.name)}=${encodeURIComponent(control.value)}`);
      else if (scheme.type === "apiKey" && scheme.in === "header") headers.set(scheme.name, control.value);
      else if (scheme.scheme?.toLowerCase() === "basic") {
        headers.set("Authorization", "Basic " + btoa(String.fromCharCode(...new TextEncoder().encode(control.value))));
      } else if (scheme.type !== "apiKey") headers.set("Authorization", `${scheme.type === "http" && scheme.scheme?.toLowerCase() !== "bearer" ? scheme.scheme : "Bearer"} ${control.value}`);
    }
    const url = server.control.value + path + (query.length ? "?" + query.join("&") : "");
    return { url, options: { method, headers, body: content?.body, credentials: "same-origin", referrerPolicy: "no-referrer" } };
  }

  // MARK: The response

  async function perform({ url, options }, operation, result) {
    result.hidden = false;
    result.replaceChildren(reference.element("p", { class: "hint" }, reference.text("sending")));
    const start = performance.now();
    try {
      const response = await fetch(url, options);
      const text = await response.text();
      show(response, text, Math.round(performance.now() - start), operation, result);
    } catch {
      const isOther = new URL(url, location.href).origin !== location.origin;
      result.replaceChildren(reference.element("p", { class: "problem" }, isOther
        ? reference.text("noReadableResponse", { host: new URL(url).host, origin: location.origin }) : reference.text("noResponse")));
    }
  }

  function show(response, text, time, operation, result) {
    const type = (response.headers.get("Content-Type") ?? "").split(";")[0].trim();
    let shown = text, value;
    if (/json/.test(type)) {
      try {
        value = JSON.parse(text);
        shown = JSON.stringify(value, null, 2);
      } catch { /* It is shown unchanged. */ }
    }
    const kind = response.ok ? "good" : response.status < 400 ? "away" : "bad";
    const verdict = judged(response.status, type, value, operation);
    const code = reference.element("code", {}, shown.slice(0, 200000));
    const block = reference.element("pre", { tabindex: "0" }, code);
    result.replaceChildren(
      reference.element("p", {}, reference.element("span", { class: "status " + kind }, String(response.status)), " ", response.statusText, " ",
        reference.element("span", { class: "hint" }, reference.text("timeAndSize", { time, size: new Blob([text]).size }))),
      reference.element("p", { class: verdict.isExpected ? "hint" : "problem" }, verdict.text),
      reference.element("details", { class: "nested" }, reference.element("summary", {}, reference.text("headers")),
        reference.element("pre", { tabindex: "0" }, [...response.headers].map(([name, stated]) => `${name}: ${stated}`).join("\n"))),
      block);
    if (!text) block.remove();
    else {
      reference.addTools(block);
      reference.highlight(code);
    }
  }

  /** Whether the document declares the response. */
  function judged(status, type, value, operation) {
    const stated = operation.responses ?? {};
    const key = [String(status), `${String(status)[0]}XX`, `${String(status)[0]}xx`, "default"].find((name) => name in stated);
    if (!key) return { isExpected: false, text: reference.text("statusNotStated", { status }) };
    const content = resolved(stated[key]).content ?? {};
    const media = content[type] ?? content["*/*"];
    if (!media) {
      return Object.keys(content).length && type
        ? { isExpected: false, text: reference.text("typeNotStated", { type, status: key }) }
        : { isExpected: true, text: reference.text("asStated") };
    }
    const found = value === undefined ? [] : problems(value, media.schema);
    return found.length ? { isExpected: false, text: reference.text("bodyNotAsStated", { problems: found.slice(0, 3).join("; ") }) }
      : { isExpected: true, text: reference.text("asStated") };
  }

  reference.whenReady(() => {
    if (document.documentElement.dataset.console !== "on") return;
    for (const article of document.querySelectorAll("article[data-method]")) {
      const { method, path } = article.dataset;
      const details = reference.element("details", { class: "console" }, reference.element("summary", {}, reference.text("tryIt")));
      details.addEventListener("toggle", async () => {
        if (!details.open || details.childElementCount > 1) return;
        try {
          await loadDocument();
          details.append(...(build(article, method, path) ?? [reference.element("p", { class: "result" }, reference.text("noSuchOperation"))]));
        } catch (error) {
          details.append(reference.element("p", { class: "result problem" }, error.message));
        }
      });
      article.querySelector(".samples").append(details);
    }
  });

  return { problems };
})();
