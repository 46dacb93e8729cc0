import { describe, expect, test } from 'vitest';
import { contacts } from '../../../server/importers/contacts/index.ts';
import { suggestMapping } from '../../../server/sdk/index.ts';
import { contactsOf } from './rows.ts';

/** Field by column, without what goes to the metadata. */
function mappingOf(header: string) {
  const { format, mapping } = suggestMapping(contacts, header.split(','));
  const fields = mapping.filter(({ field }) => field !== null && field !== 'metadata');
  return { format, fields: Object.fromEntries(fields.map(({ column, field }) => [column, field])) };
}

describe('exports of other products', () => {
  test.each([
    ['PropertyRadar', 'Type,Address,City,ZIP,APN,Owner,Mail Address,Primary Name,Primary Mobile Phone1,Primary Email1'],
    ['PropertyRadar', 'Address,City,ZIP,Primary First Name,Primary Last Name,Primary Mobile Phone1,Secondary Name'],
    ['OpenPhone', 'First name,Last name,Company,Role,Phone number,Email,Address'],
    ['Realtor', 'First Name,Last Name,Phone,Company'],
    [
      'Google Contacts',
      'First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Value',
    ],
    ['Google Contacts', 'Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value'],
    ['HubSpot', 'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date'],
    ['Salesforce', 'Contact ID,First Name,Last Name,Account Name,Title,Email,Phone,Mobile Phone,Mailing Street'],
    ['Salesforce', 'Salutation,First Name,Last Name,Account Name,Mailing Street,Mailing State/Province,Email'],
    ['Mailchimp', 'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,TAGS'],
    ['Outlook', 'Title,First Name,Last Name,Company,Job Title,Home Phone,Business Phone,Mobile Phone,E-mail Address'],
  ])('%s: %s', (name, header) => {
    expect(mappingOf(header).format).toBe(name);
  });

  test('a list with the same few headers as one of them and others is nobody’s', () => {
    expect(mappingOf('First Name,Last Name,Phone,Company,Email')).toEqual({
      format: null,
      fields: {
        'First Name': 'firstName',
        'Last Name': 'lastName',
        Phone: 'phone',
        Company: 'company',
        Email: 'email',
      },
    });
  });

  test('of "Title" and "Job title" the latter is the job’s, and names of German lists and HubSpot are known', () => {
    expect(mappingOf('Title,Last name,Straße,Job Title,State/Region').fields).toEqual({
      'Last name': 'lastName',
      Straße: 'street',
      'Job Title': 'title',
      'State/Region': 'region',
    });
  });

  test('every header of a known format goes to a field of the importer', () => {
    const fields = Object.keys(contacts.fields);
    for (const { mapping } of contacts.formats ?? []) {
      for (const field of Object.values(mapping)) expect(fields).toContain(field);
    }
  });

  test('Google’s several values in a cell: the first is used, the others are kept', () => {
    const [contact] = contactsOf({
      'First Name': 'Ann',
      'Last Name': 'Lee',
      'Organization Name': 'Acme',
      Labels: '* myContacts ::: Work',
      'E-mail 1 - Value': 'Ann@Acme.example ::: ann@home.example',
      'Phone 1 - Value': '+1 415 555 0134 ::: +1 415 555 0135',
    });
    expect(contact).toMatchObject({
      firstName: 'Ann',
      company: 'Acme',
      phone: '+14155550134',
      email: 'ann@acme.example',
      metadata: {
        Labels: '* myContacts ::: Work',
        'other phones': ['+14155550135'],
        'other emails': ['ann@home.example'],
      },
    });
  });
});

test('a list of no known product is mapped by its headers', () => {
  expect(mappingOf('first_name,last_name,company_name,address,city,county,state,zip,phone1,phone2,email,web')).toEqual({
    format: null,
    fields: {
      first_name: 'firstName',
      last_name: 'lastName',
      company_name: 'company',
      address: 'street',
      city: 'city',
      state: 'region',
      zip: 'postalCode',
      phone1: 'phone',
      phone2: 'phone2',
      email: 'email',
    },
  });
});

test('columns about a phone or an e-mail are not taken for one', () => {
  const header = 'Phone Type,Phone Status,Email Opt In,Email Status,Contact Owner,Company ID,Birth City Code';
  expect(mappingOf(header).fields).toEqual({});
});
