/** Loads the page anew once the address is read; without scripts it loads itself now and then. */
const box = document.querySelector("[data-events]");
if (box instanceof HTMLElement) {
  const events = new EventSource(box.dataset.events ?? "");
  const reload = () => {
    events.close();
    location.reload();
  };
  events.addEventListener("ended", reload);
  // Refused, where too many listen: ask by loading anew, a little later.
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(reload, 2000);
  });
}
