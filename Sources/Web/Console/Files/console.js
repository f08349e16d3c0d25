// Pages work without this. It fetches anew what is marked data-live, so that one can watch; and it copies texts.
"use strict";
(() => {
  const speak = (element) => {
    const live = document.getElementById("live");
    const said = element.querySelector("[data-say]");
    if (live && said && live.textContent !== said.dataset.say) live.textContent = said.dataset.say;
  };

  // One loop for each part. It waits for the answer before it waits for the next turn, rests while nobody looks,
  // goes slower after failures, and ends when the server says that there is nothing more to watch.
  const watch = (element) => {
    const every = Math.max(1, Number(element.dataset.every) || 2) * 1000;
    let failures = 0;
    let last = "";
    const turn = async () => {
      if (document.hidden) return again();
      try {
        const answer = await fetch(element.dataset.live, { headers: { Accept: "text/html" }, credentials: "same-origin" });
        if (answer.status === 204 || answer.status === 401 || answer.status === 403 || answer.status === 404) return;
        if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
        const text = await answer.text();
        failures = 0;
        if (text !== last && !element.contains(document.activeElement)) {
          last = text;
          const open = [...element.querySelectorAll("details")].map((details) => details.open);
          element.innerHTML = text;
          element.querySelectorAll("details").forEach((details, at) => { details.open ||= open[at] ?? false; });
          speak(element);
        }
        if (element.querySelector("[data-done]")) return;
      } catch {
        failures = Math.min(failures + 1, 5);
      }
      again();
    };
    const again = () => setTimeout(turn, every * 2 ** failures);
    again();
  };
  for (const element of document.querySelectorAll("[data-live]")) watch(element);

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText(source.textContent.trim());
      button.textContent = button.dataset.copied;
    });
  }
})();
