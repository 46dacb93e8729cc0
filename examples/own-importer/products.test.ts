import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testImporter } from 'sluice/testing';
import { products } from './products.ts';

test('a discount is taken off, and no price is negative', async () => {
  const { outcomes, records, failedRows } = await testImporter(
    products,
    [
      { Article: 'A-1', Name: 'Lamp', Price: '20.00' },
      { Article: 'A-2', Name: 'Table', Price: '-5' },
      { Article: 'A-1', Name: 'Lamp, green', Price: '20.00' },
    ],
    { options: { discount: 0.1 }, onDuplicate: 'UPDATE' },
  );
  assert.deepEqual(outcomes, ['CREATED', 'FAILED', 'UPDATED']);
  assert.deepEqual(records, [{ sku: 'A-1', title: 'Lamp, green', price: 18, stock: null }]);
  assert.equal(failedRows[0]?.errors[0]?.message, 'A price is 0 or more, not -5.');
});
