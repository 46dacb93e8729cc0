import { message } from '../../messages/catalogue.ts';
import {
  cellText,
  customField,
  type FieldContext,
  type FieldOptions,
  Invalid,
  integer,
  text,
  type Values,
} from '../../sdk/index.ts';
import { canonicalUrl } from './canonicalUrl.ts';
import { TRACKING_PARAMETERS } from './tracking.ts';

export const taxonomyFields = {
  url: urlField({
    label: 'URL',
    aliases: ['link', 'loc', 'location', 'address', 'web address', 'href', 'page', 'page url', 'uri', 'canonical url'],
    required: true,
  }),
  title: text({ label: 'Title', aliases: ['name', 'page title', 'heading', 'h1', 'label'], maxLength: 1000 }),
  description: text({
    label: 'Description',
    aliases: ['summary', 'meta description', 'abstract', 'excerpt'],
    maxLength: 10_000,
  }),
  position: positionField({
    label: 'Position',
    aliases: ['order', 'sort', 'sort order', 'menu order', 'rank', 'weight'],
  }),
};

export type TaxonomyValues = Values<typeof taxonomyFields>;

/** A web address, as canonicalUrl writes it. */
function urlField(options: FieldOptions) {
  return customField('url', options, (cell, context) => {
    const value = cellText(cell);
    return value instanceof Invalid ? value : canonicalUrl(value, trackingParametersOf(context));
  });
}

/** The option, which its schema has checked. */
function trackingParametersOf({ options: { trackingParameters } }: FieldContext): readonly string[] {
  if (!Array.isArray(trackingParameters)) return TRACKING_PARAMETERS;
  return trackingParameters.filter((name) => typeof name === 'string');
}

const MAX_POSITION = 2 ** 31 - 1;

/** A whole number that a column of the database holds. */
function positionField(options: FieldOptions) {
  const whole = integer(options);
  return customField('integer', options, (cell, context) => {
    const value = whole.parse(cell, context);
    if (value instanceof Invalid || Math.abs(value) <= MAX_POSITION) return value;
    return new Invalid(message('OUT_OF_RANGE', { limit: MAX_POSITION }));
  });
}
