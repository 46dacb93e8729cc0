import { date, number, RowRejected, tableImporter, text } from '../../../server/sdk/index.ts';

/** Goods with every kind of field that a mapping's rules are about, in a table of their own. */
export const goods = tableImporter({
  name: 'goods',
  label: 'Goods',
  table: 'goods',
  match: 'sku',
  fields: {
    sku: text({
      label: 'SKU',
      required: true,
      transform: (cell) => (typeof cell === 'string' ? cell.replace(/^#/, '') : cell),
    }),
    name: text({ label: 'Name' }),
    brand: text({ label: 'Brand' }),
    price: number({ label: 'Price' }),
    sold: date({ label: 'Sold' }),
    source: text({ label: 'Source' }),
  },
  transform({ price, name }) {
    if (name === 'Forbidden') throw new RowRejected({ code: 'FORBIDDEN', message: 'This cannot be imported.' });
    return price === 'free' ? { price: '0' } : {};
  },
});
