// What happens when a visitor leaves: the page's kernel ends at once, and makes room for others.

export function endOnLeaving({ baseUrl, kernelId }, kernel) {
  addEventListener("pagehide", () => {
    kernel.leave();
    navigator.sendBeacon(`${baseUrl}voila/api/shutdown/${encodeURIComponent(kernelId)}`);
  });
  // A page that the browser has kept whole comes back without its kernel; loaded again it takes
  // up the visitor's answers and place.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}
