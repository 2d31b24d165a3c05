// Shows one section at a time, chosen from the contents; without scripts the whole page is there.
document.addEventListener("DOMContentLoaded", () => {
  const contents = document.querySelector("nav");
  if (!contents) return;
  const links = [...contents.querySelectorAll("a")];
  const sections = links.map((link) => document.getElementById(link.hash.slice(1)));

  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const label = make("label", { htmlFor: "shown", textContent: "Show" });
  const choice = make("select", { id: "shown" });
  const said = make("p", { role: "status" });
  choice.append(
    make("option", { value: "", textContent: "the whole page" }),
    ...links.map((link) =>
      make("option", { value: link.hash.slice(1), textContent: link.textContent })
    )
  );
  const filter = make("div", { className: "filter" });
  filter.append(label, choice, said);
  contents.querySelector("ul").before(filter);

  const show = () => {
    document.body.classList.toggle("filtered", choice.value !== "");
    for (const section of sections) {
      section.classList.toggle("left-out", choice.value !== "" && section.id !== choice.value);
    }
    said.textContent = choice.value
      ? `Only “${choice.selectedOptions[0].textContent}” is shown; on paper, the whole page.`
      : "The whole page is shown.";
  };
  choice.addEventListener("change", show);

  // A link to what is left out shows the whole page first.
  contents.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && choice.value && link.hash.slice(1) !== choice.value) {
      choice.value = "";
      show();
    }
  });
});
