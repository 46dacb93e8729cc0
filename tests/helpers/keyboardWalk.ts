import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** What keeps somebody out who has a keyboard only; each names the elements. */
export interface KeyboardWalk {
  /** Where Tab came to, in order. */
  readonly stops: readonly string[];
  /** What a mouse can press and Tab does not come to. */
  readonly unreached: readonly string[];
  /** Where one does not see that one is there. */
  readonly unseen: readonly string[];
  /** What something else lies over while one is there. */
  readonly covered: readonly string[];
  /** Whether Tab led out again. */
  readonly ended: boolean;
}

const AT_ONCE = 8;
const MOST_STOPS = 400;

/**
 * Runs in the page. What moves is stopped, so that a look is one that stays. React keeps what it was told to call under
 * a name of its own, by which is found what a mouse can press and is no button.
 */
const INSTALL = `(() => {
  const still = new CSSStyleSheet();
  still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"], [role="menuitem"], [role="combobox"], [role="treeitem"]';
  const COMPOSITE = '[role="tablist"], [role="menu"], [role="grid"], [role="tree"], [role="listbox"], [role="radiogroup"], [role="toolbar"], [role="feed"], .MuiToggleButtonGroup-root, .MuiInputBase-root';
  const STYLES = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'backgroundColor', 'borderTopColor', 'borderTopWidth', 'borderBottomColor', 'borderBottomWidth'];
  const styles = (element) => STYLES.map((name) => getComputedStyle(element)[name]).join(' ');
  const look = (element) => {
    const around = [element, element.parentElement, element.parentElement?.querySelector(':scope > fieldset'), element.closest('.MuiButtonBase-root')];
    return around.filter(Boolean).map(styles).join('; ');
  };
  const nameOf = (element) => {
    const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
    return element.tagName.toLowerCase() + ' "' + label.trim().slice(0, 50) + '"';
  };
  const lies = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const points = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, bottom - 3]];
    return points.every(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return !hit || !(element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element);
    });
  };
  const handles = (element) => {
    const props = element[Object.keys(element).find((key) => key.startsWith('__reactProps'))] ?? {};
    return ['onClick', 'onMouseDown', 'onPointerDown'].some((name) => typeof props[name] === 'function');
  };
  const isPressable = (element) => {
    const isPointed = (each) => getComputedStyle(each).cursor === 'pointer';
    if (!element.matches(CONTROLS) && !(handles(element) && isPointed(element) && !isPointed(element.parentElement))) return false;
    if (element.closest('[aria-hidden="true"], [inert], :disabled, [aria-disabled="true"]')) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 4 && height > 4 && element.checkVisibility({ visibilityProperty: true }) && getComputedStyle(element).pointerEvents !== 'none';
  };
  let area = document;
  let stops = new Map();
  let ended = false;
  const note = () => {
    const element = document.activeElement;
    if (area.contains(element) && stops.has(element)) stops.set(element, { look: look(element), covered: lies(element) });
  };
  document.addEventListener('keydown', note, true);
  document.addEventListener('focusin', ({ target }) => {
    if (stops.has(target) || !area.contains(target)) ended = true;
    else if (!ended) stops.set(target, null);
  });
  const isReached = (element) => {
    const inside = [...stops.keys()].some((stop) => stop.contains(element) || element.contains(stop));
    if (inside || stops.has(element.closest('label')?.control)) return true;
    const others = (box) => box !== null && [...stops.keys()].some((stop) => box.contains(stop));
    if (element.type === 'radio') return [...stops.keys()].some((stop) => stop.name === element.name);
    return element.tabIndex < 0 && others(element.parentElement.closest(COMPOSITE));
  };
  window.keyboardWalk = {
    start(selector) {
      area = document.querySelector(selector);
      stops = new Map();
      ended = false;
      const { activeElement, body } = document;
      if (activeElement !== body && area.contains(activeElement)) stops.set(activeElement, null);
    },
    isOver() {
      ended ||= document.activeElement === document.body;
      return ended;
    },
    async result() {
      const seen = [...stops].filter(([element, state]) => state !== null && element.isConnected && element.role !== 'dialog');
      const last = document.activeElement;
      last.blur();
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      const result = {
        stops: seen.map(([element]) => nameOf(element)),
        unreached: [...area.querySelectorAll('*')].filter((element) => isPressable(element) && !isReached(element)).map(nameOf),
        unseen: seen.filter(([element, state]) => state.look === look(element)).map(([element]) => nameOf(element)),
        covered: seen.filter(([, state]) => state.covered).map(([element]) => nameOf(element)),
        ended,
      };
      last.focus();
      return result;
    },
  };
})()`;

/** Goes with Tab through what `selector` finds, from where the focus is in front of it, until Tab leads out of it. */
export async function walk(page: Page, selector: string): Promise<KeyboardWalk> {
  if (!(await page.evaluate<boolean>('"keyboardWalk" in window'))) await page.evaluate(INSTALL);
  await page.evaluate(`keyboardWalk.start(${JSON.stringify(selector)})`);
  for (let pressed = 0; pressed < MOST_STOPS; pressed += AT_ONCE) {
    for (let each = 0; each < AT_ONCE; each += 1) await page.keyboard.press('Tab');
    if (await page.evaluate('keyboardWalk.isOver()')) break;
  }
  return page.evaluate<KeyboardWalk>('keyboardWalk.result()');
}

export interface Opened {
  /** What was found while Tab went round in a dialog; null of a menu, whose entries the arrows lead to. */
  readonly inside: KeyboardWalk | null;
  /** Whether the focus stayed in it. */
  readonly held: boolean;
  /** Whether Escape closed it and the focus was back on what had opened it. */
  readonly returned: boolean;
}

const WINDOW = '.MuiModal-root .MuiPaper-root';
const MENU = `${WINDOW} :is([role="menu"], [role="listbox"])`;

/** Opens a dialog or menu by the keyboard, goes round in it and leaves it with Escape. */
export async function openAndLeave(page: Page, opener: Locator): Promise<Opened> {
  await opener.focus();
  await page.evaluate('window.openedFrom = document.activeElement');
  await page.keyboard.press('Enter');
  const isIn = () => page.evaluate<boolean>(`document.activeElement.closest('.MuiModal-root') !== null`);
  await until(isIn, { what: 'the focus to be in what was opened' });
  const isMenu = (await page.locator(MENU).count()) > 0;
  if (isMenu) await page.keyboard.press('ArrowDown');
  const inside = isMenu ? null : await walk(page, WINDOW);
  const held = await isIn();
  await page.keyboard.press('Escape');
  const isBack = async () =>
    (await page.locator(WINDOW).count()) === 0 &&
    page.evaluate<boolean>('document.activeElement === window.openedFrom');
  const returned = await until(isBack, { what: 'the focus to be back' }).catch(() => false);
  return { inside, held, returned };
}

/** What has the focus, by its role or tag and its name. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`(({ tagName, textContent }) => tagName + ' ' + textContent)(document.activeElement)`);
}

/** Waits until the page's heading has the focus, as after every way into it; gives the heading. */
export async function arrive(page: Page): Promise<string> {
  let found = '';
  const isThere = async () => {
    found = await focused(page);
    return found.startsWith('H1 ');
  };
  await until(isThere, { what: 'the heading to have the focus' });
  return found.slice(3);
}
