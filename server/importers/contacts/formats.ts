import type { HeaderPair, KnownFormat } from '../../sdk/index.ts';
import type { contactFields } from './fields.ts';

type Mapping = KnownFormat<typeof contactFields>['mapping'];

const GOOGLE: Mapping = {
  'E-mail 1 - Value': 'email',
  'E-mail 2 - Value': 'email2',
  'E-mail 3 - Value': 'email3',
  'Phone 1 - Value': 'phone',
  'Phone 2 - Value': 'phone2',
  'Phone 3 - Value': 'phone3',
  'Address 1 - Street': 'street',
  'Address 1 - Extended Address': 'street2',
  'Address 1 - City': 'city',
  'Address 1 - Region': 'region',
  'Address 1 - Postal Code': 'postalCode',
  'Address 1 - Country': 'country',
};

const SALESFORCE: Mapping = {
  'First Name': 'firstName',
  'Last Name': 'lastName',
  'Full Name': 'fullName',
  'Account Name': 'company',
  Title: 'title',
  Email: 'email',
  Phone: 'phone',
  'Mobile Phone': 'phone2',
  MobilePhone: 'phone2',
  Mobile: 'phone2',
  'Home Phone': 'phone3',
  'Other Phone': 'phone3',
  'Mailing Street': 'mailingStreet',
  'Mailing City': 'mailingCity',
  'Mailing State': 'mailingRegion',
  'Mailing State/Province': 'mailingRegion',
  'Mailing Zip/Postal Code': 'mailingPostalCode',
  'Mailing Postal Code': 'mailingPostalCode',
  'Mailing Country': 'mailingCountry',
};

/** Headers are compared like any, without case and punctuation. A mobile number goes before a land line. */
const PROPERTY_RADAR: Mapping = {
  Address: 'propertyStreet',
  City: 'propertyCity',
  State: 'propertyRegion',
  ZIP: 'propertyPostalCode',
  'Mail Address': 'mailingStreet',
  'Mail City': 'mailingCity',
  'Mail State': 'mailingRegion',
  'Mail ZIP': 'mailingPostalCode',
  'Primary First Name': 'firstName',
  'Primary Last Name': 'lastName',
  'Primary Name': 'fullName',
  'Primary Mobile Phone1': 'phone',
  'Primary Phone1': 'phone2',
  'Primary Mobile Phone2': 'phone3',
  'Primary Email1': 'email',
  'Primary Email2': 'email2',
  'Primary Email3': 'email3',
  'Secondary First Name': 'secondaryFirstName',
  'Secondary Last Name': 'secondaryLastName',
  'Secondary Name': 'secondaryFullName',
  'Secondary Mobile Phone1': 'secondaryPhone',
  'Secondary Phone1': 'secondaryPhone2',
  'Secondary Email1': 'secondaryEmail',
  'Secondary Email2': 'secondaryEmail2',
};

/** "Name" is a person's whole name, unless one part of it has a column of its own. */
export const contactHeaderPairs: readonly HeaderPair<typeof contactFields>[] = [
  { header: 'Name', beside: 'lastName', field: 'firstName' },
  { header: 'Name', beside: 'firstName', field: 'lastName' },
];

/** Exports of other products, each by a few headers that only it has together. The last is what agents' lists have. */
export const contactFormats: readonly KnownFormat<typeof contactFields>[] = [
  { name: 'PropertyRadar', signature: ['Primary Name', 'Primary Mobile Phone1'], mapping: PROPERTY_RADAR },
  { name: 'PropertyRadar', signature: ['Primary First Name', 'Primary Mobile Phone1'], mapping: PROPERTY_RADAR },
  { name: 'PropertyRadar', signature: ['Primary Name', 'Primary Email1'], mapping: PROPERTY_RADAR },
  {
    name: 'OpenPhone',
    signature: ['First name', 'Last name', 'Phone number', 'Role'],
    mapping: {
      'First name': 'firstName',
      'Last name': 'lastName',
      'Phone number': 'phone',
      'Phone number 2': 'phone2',
      Email: 'email',
      Company: 'company',
      Role: 'title',
      Address: 'street',
    },
  },
  {
    name: 'Google Contacts',
    signature: ['First Name', 'Last Name', 'Organization Name', 'Labels'],
    mapping: {
      'First Name': 'firstName',
      'Last Name': 'lastName',
      'Organization Name': 'company',
      'Organization Title': 'title',
      ...GOOGLE,
    },
  },
  {
    // As it was until 2024.
    name: 'Google Contacts',
    signature: ['Name', 'Given Name', 'Family Name', 'Group Membership'],
    mapping: {
      'Given Name': 'firstName',
      'Family Name': 'lastName',
      Name: 'fullName',
      'Organization 1 - Name': 'company',
      'Organization 1 - Title': 'title',
      ...GOOGLE,
    },
  },
  {
    name: 'HubSpot',
    signature: ['Record ID', 'First Name', 'Last Name', 'Email', 'Create Date'],
    mapping: {
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Email: 'email',
      'Phone Number': 'phone',
      'Mobile Phone Number': 'phone2',
      'Associated Company': 'company',
      'Primary company': 'company',
      'Company Name': 'company',
      'Job Title': 'title',
      'Street Address': 'street',
      City: 'city',
      'State/Region': 'region',
      'Postal Code': 'postalCode',
      'Country/Region': 'country',
    },
  },
  { name: 'Salesforce', signature: ['Contact ID', 'Last Name', 'Account Name'], mapping: SALESFORCE },
  { name: 'Salesforce', signature: ['Last Name', 'Account Name', 'Mailing Street'], mapping: SALESFORCE },
  { name: 'Salesforce', signature: ['LastName', 'AccountId', 'MailingStreet'], mapping: SALESFORCE },
  {
    name: 'Mailchimp',
    signature: ['Email Address', 'MEMBER_RATING', 'OPTIN_TIME'],
    mapping: {
      'Email Address': 'email',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Address: 'street',
      'Phone Number': 'phone',
      Company: 'company',
    },
  },
  {
    // Its "Title" is Mr or Dr. An export has all of its columns, so that the business address stands for the contact.
    name: 'Outlook',
    signature: ['First Name', 'Last Name', 'E-mail Address', 'Business Phone', 'Mobile Phone', 'Job Title'],
    mapping: {
      'First Name': 'firstName',
      'Last Name': 'lastName',
      'E-mail Address': 'email',
      'E-mail 2 Address': 'email2',
      'E-mail 3 Address': 'email3',
      'Mobile Phone': 'phone',
      'Business Phone': 'phone2',
      'Home Phone': 'phone3',
      Company: 'company',
      'Job Title': 'title',
      'Business Street': 'street',
      'Business Street 2': 'street2',
      'Business City': 'city',
      'Business State': 'region',
      'Business Postal Code': 'postalCode',
      'Business Country/Region': 'country',
    },
  },
  {
    name: 'Realtor',
    signature: ['First Name', 'Last Name', 'Phone', 'Company'],
    exact: true,
    mapping: { 'First Name': 'firstName', 'Last Name': 'lastName', Phone: 'phone', Company: 'company' },
  },
];
