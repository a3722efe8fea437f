// Whoever goes from one page with activities to another, or loads one again, keeps their place.
// A browser leaves a page only when it has the next one, so the next finds all places taken. It
// tells the server then whose place has just come free. Only the page that was left knew that.

try {
  const kernel = sessionStorage.getItem("toolkit-left");
  sessionStorage.removeItem("toolkit-left");
  if (kernel) {
    const address = new URL(location);
    address.searchParams.set("left", kernel);
    location.replace(address);
  }
} catch {
  // This browser keeps nothing: its user waits like everybody else.
}
