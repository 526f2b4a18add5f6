/** Proposes the browser's own time zone where none is filled in; the form works without. */
const field = document.querySelector("#time_zone");
if (field instanceof HTMLInputElement && !field.value) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}
