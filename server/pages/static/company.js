/** Shows how far the look at a company is; without scripts the page loads itself anew instead. */
const box = document.querySelector("[data-events]");
const place = document.querySelector("#place");
if (box instanceof HTMLElement && place) {
  const events = new EventSource(box.dataset.events ?? "");
  events.addEventListener("progress", (event) => {
    const told = JSON.parse(event.data);
    if (told.url) place.textContent = `${told.looked_at}: ${told.url}`;
  });
  for (const end of ["finding", "failed"]) {
    events.addEventListener(end, () => {
      events.close();
      location.reload();
    });
  }
}
