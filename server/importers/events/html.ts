import { decodeHTML } from 'entities';
import sanitizeHtml from 'sanitize-html';

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img'],
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
};

/** HTML that a page may show: no scripts, styles, frames, forms or handlers. Null where nothing is left. */
export function safeHtml(html: string): string | null {
  const safe = sanitizeHtml(html, OPTIONS).trim();
  return safe === '' ? null : safe;
}

/** Plain text of a feed, whose names and titles carry entities: `&#8211;` is a dash. Nothing else of it is changed. */
export function plainText(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}
