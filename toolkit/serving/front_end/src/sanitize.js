// What `@jupyter-widgets/base-manager` cleans the HTML of a control's description with. It asks
// for sanitize-html, which is made for servers and six times as large as DOMPurify; and that one
// comes with the controls, as only they have descriptions.

export const cleaner = { purify: () => "" };

/** Return HTML with only the tags and attributes that `sanitize-html`'s options allow. */
export default function sanitize(html, { allowedTags, allowedAttributes }) {
  const named = Object.values(allowedAttributes).flat();
  return cleaner.purify(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: named.filter((name) => !name.endsWith("*")),
    ALLOW_ARIA_ATTR: true,
    ALLOW_DATA_ATTR: false,
  });
}
