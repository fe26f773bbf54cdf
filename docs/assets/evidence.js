/* The page "Evidence": a filter over the list, and buttons that copy. Without this script the list is there all the same. */

(() => {
  "use strict";

  // So many passages are shown at once: the list follows the typing at once, however long it is.
  const MOST = 100;

  /* ---------------------------------------------------------------- what a filter matches */

  // The same rule as in hooks/sourced/citing/search.py: an entry fits when each word that is typed begins one of its
  // words, and each number is one of its numbers. Case, marks over letters, apostrophes and the commas in numbers do
  // not matter.
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h", ŋ: "n", ŧ: "t" };

  function words(text) {
    const small = text.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "");
    const plain = small.replace(/[ßæœøłđðþıħŋŧ]/g, (letter) => LETTERS[letter]);
    const joined = plain.replace(/(\p{L})['’ʼ](?=\p{L})/gu, "$1").replace(/(\d),(?=\d)/g, "$1");
    return joined.match(/\d+(?:\.\d+)+|[\p{L}\p{N}]+/gu) ?? [];
  }

  // All that finds an entry: its own words and those of its passage, with blanks around each.
  function found(entry) {
    const { passage, item } = entry;
    passage.words ??= words(Array.from(passage.told, (part) => part.textContent).join(" ")).join(" ");
    entry.words ??= ` ${passage.words} ${words(`${item.textContent} ${item.dataset.also ?? ""}`).join(" ")} `;
    return entry.words;
  }

  /* ---------------------------------------------------------------- copying */

  // Browsers give the clipboard to https and to this machine only; over http in a local network the old way works.
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const before = document.activeElement;
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "s-hidden";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      before?.focus({ preventScroll: true });
      return done;
    }
  }

  function button(name, text, key) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "s-copy";
    made.textContent = name;
    made.dataset.copy = text;
    made.tabIndex = -1;
    made.setAttribute("aria-label", `${name} ${key}`);
    return made;
  }

  function addButtons(item) {
    const note = item.firstElementChild.textContent;
    const key = note.slice(2, -1);
    item.querySelector("a").tabIndex = -1;
    item.append(button("Copy citation", note, key), button("Copy card", `--8<-- "${item.dataset.card}"`, key));
  }

  /* ---------------------------------------------------------------- the page */

  function start() {
    const form = document.querySelector("form.s-find");
    const list = document.querySelector("ol.s-evidence");
    if (!form || !list || !form.hidden) return;
    const [field, kind, uncited, more] = ["", "-kind", "-uncited", "-more"].map((name) => document.getElementById(`s-find${name}`));
    const count = form.querySelector(".s-find__count");
    const status = form.querySelector("[role=status]");
    // A passage, and the entries below it.
    const passages = Array.from(list.children, (block) => {
      const passage = { block, left: block.classList.contains("s-left"), told: block.querySelectorAll(".s-text, .s-source") };
      passage.entries = Array.from(block.querySelectorAll("li"), (item) => ({ item, passage, kind: item.dataset.kind }));
      return passage;
    });
    const total = passages.reduce((sum, passage) => sum + passage.entries.length, 0);
    let fitting = passages;
    let current; // the one button or link of the list that Tab reaches
    let later;

    const rows = () => [...list.querySelectorAll("li li:not([hidden])")];
    const stops = (item) => [...item.querySelectorAll("a, button")];
    const many = (number) => number.toLocaleString("en");

    function say(text) {
      // Screen readers pass over a text that is the same as before.
      status.textContent = status.textContent === text ? `${text}\u00a0` : text;
    }

    function reach(stop) {
      current?.setAttribute("tabindex", "-1");
      current = stop;
      current?.removeAttribute("tabindex");
    }

    // Only what is shown stands in the page, and only that has buttons.
    function show(most) {
      const shown = fitting.slice(0, most);
      for (const { entries } of shown) {
        for (const { item, fits } of entries) {
          item.hidden = !fits;
          if (!item.querySelector("button")) addButtons(item);
        }
      }
      list.replaceChildren(...shown.map((passage) => passage.block));
      more.hidden = shown.length === fitting.length;
      more.textContent = `Show the other ${many(fitting.length - shown.length)} passages`;
      if (!current?.isConnected || current.closest("li").hidden) reach(rows()[0]?.querySelector("button"));
    }

    function filter() {
      const typed = words(field.value).map((word) => (/^\d/.test(word) ? ` ${word} ` : ` ${word}`));
      let fit = 0;
      fitting = passages.filter((passage) => {
        for (const entry of passage.entries) {
          entry.fits =
            (!kind.value || entry.kind === kind.value) &&
            (!uncited.checked || passage.left) &&
            typed.every((word) => found(entry).includes(word));
          fit += entry.fits;
        }
        return passage.entries.some((entry) => entry.fits);
      });
      show(MOST);
      count.textContent = fit === total ? `${many(total)} entries` : `${many(fit)} of ${many(total)} entries`;
    }

    // What is told to screen readers, and kept in the address, once the typing rests.
    function rest() {
      say(count.textContent);
      const address = new URL(location.href);
      // Not "q": the theme takes that for its own search.
      for (const [name, value] of Object.entries({ find: field.value.trim(), kind: kind.value, uncited: uncited.checked ? "1" : "" })) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      history.replaceState(history.state, "", address);
    }

    function changed() {
      filter();
      clearTimeout(later);
      later = setTimeout(() => field.isConnected && rest(), 400);
    }

    // Who goes to the field is about to type: what is sought is made ready.
    field.addEventListener("focus", () => setTimeout(() => passages.flatMap(({ entries }) => entries).forEach(found)), { once: true });
    form.addEventListener("input", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    more.addEventListener("click", () => {
      const last = rows().at(-1);
      show(fitting.length);
      const all = rows();
      go(stops(all[all.indexOf(last) + 1])[1]);
    });
    // On paper stands all that fits.
    window.addEventListener("beforeprint", () => list.isConnected && show(fitting.length));

    /* One press copies. */

    list.addEventListener("click", async (event) => {
      const pressed = event.target.closest(".s-copy");
      if (!pressed) return;
      const text = pressed.dataset.copy;
      reach(pressed);
      if (await copy(text)) {
        pressed.classList.add("s-copy--done");
        setTimeout(() => pressed.classList.remove("s-copy--done"), 2000);
        say(`Copied ${text}`);
      } else {
        prompt("Copy this", text);
      }
    });

    /* The keys: the whole list is one stop of Tab, and the arrows go through it. */

    function go(stop) {
      if (!stop) return;
      reach(stop);
      stop.focus({ preventScroll: true });
      stop.closest("li").scrollIntoView({ block: "nearest" });
    }

    list.addEventListener("focusin", (event) => {
      if (event.target.matches("a, button")) reach(event.target);
    });

    list.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !current) return;
      const all = rows();
      const row = all.indexOf(current.closest("li"));
      const here = stops(all[row]);
      const column = here.indexOf(current);
      const to = (item) => item && go(stops(item)[column]);
      const moves = {
        ArrowDown: () => (row + 1 < all.length ? to(all[row + 1]) : more.hidden || more.focus()),
        ArrowUp: () => (row ? to(all[row - 1]) : field.focus()),
        ArrowRight: () => go(here[column + 1]),
        ArrowLeft: () => go(here[column - 1]),
        Home: () => to(all[0]),
        End: () => to(all.at(-1)),
        Escape: () => field.focus(),
      };
      if (!Object.hasOwn(moves, event.key)) return;
      event.preventDefault();
      moves[event.key]();
    });

    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && field.value) {
        event.preventDefault();
        field.value = "";
        changed();
      } else if (event.key === "ArrowDown") {
        event.preventDefault();
        go(current);
      }
    });

    const given = new URLSearchParams(location.search);
    field.value = given.get("find") ?? "";
    kind.value = given.get("kind") ?? "";
    if (kind.selectedIndex < 0) kind.selectedIndex = 0;
    uncited.checked = given.has("uncited");
    form.hidden = false;
    filter();
  }

  // The theme loads pages without loading scripts again, and tells of each.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
