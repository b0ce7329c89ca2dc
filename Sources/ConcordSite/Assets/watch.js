// Reloads a page that `concord docs --watch` serves when the document has changed.
{
  const timing = performance.getEntriesByType("navigation")[0]?.serverTiming ?? [];
  let shown = timing.find((one) => one.name === "version")?.description;
  const changes = new EventSource("/-/changes");
  changes.addEventListener("message", ({ data }) => {
    shown ??= data;
    if (data !== shown) location.reload();
  });
}
