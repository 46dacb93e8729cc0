import { type DataProvider, fetchUtils } from 'react-admin';

const refuse = () => Promise.reject(new Error('The host only lists products.'));

/** The host's own records. The pages of Sluice do not use it. */
export const dataProvider: DataProvider = {
  async getList() {
    const { json } = await fetchUtils.fetchJson('/products.json');
    return { data: json, total: json.length };
  },
  getOne: refuse,
  getMany: refuse,
  getManyReference: refuse,
  update: refuse,
  updateMany: refuse,
  create: refuse,
  delete: refuse,
  deleteMany: refuse,
};
