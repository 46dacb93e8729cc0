import { text, type Values } from '../../sdk/index.ts';
import { emailField } from './email.ts';
import { phoneField } from './phone.ts';

const OTHER_PHONES = [
  'mobile',
  'mobile phone',
  'cell',
  'cell phone',
  'work phone',
  'phone work',
  'business phone',
].concat(['home phone', 'phone home', 'other phone', 'phone other']);
const OTHER_EMAILS = ['work email', 'email work', 'home email', 'email home', 'personal email', 'other email'].concat([
  'email other',
  'secondary email address',
]);

/** Fields are offered to columns in this order; a person's first phone and e-mail are the ones that are kept as such. */
export const contactFields = {
  firstName: text({ label: 'First name', aliases: ['first', 'given name', 'fname', 'forename', 'vorname', 'prénom'] }),
  lastName: text({ label: 'Last name', aliases: ['last', 'family name', 'surname', 'lname', 'nachname'] }),
  fullName: text({ label: 'Full name', aliases: ['name', 'display name', 'contact name', 'customer name'] }),
  phone: phoneField({
    label: 'Phone',
    aliases: [
      ...['phone number', 'full phone number', 'telephone', 'telephone number', 'tel', 'phone 1', 'phone number 1'],
      ...['primary phone', ...OTHER_PHONES, 'mobile number', 'cell number', 'cellphone', 'telefon'],
    ],
  }),
  phone2: phoneField({
    label: 'Second phone',
    aliases: ['phone 2', 'phone number 2', 'alternate phone', 'alt phone', ...OTHER_PHONES],
  }),
  phone3: phoneField({ label: 'Third phone', aliases: ['phone 3', 'phone number 3', ...OTHER_PHONES] }),
  email: emailField({
    label: 'E-mail',
    aliases: ['email address', 'mail', 'email 1', 'e mail address 1', 'primary email', ...OTHER_EMAILS],
  }),
  email2: emailField({
    label: 'Second e-mail',
    aliases: ['email 2', 'email address 2', 'alternate email', ...OTHER_EMAILS],
  }),
  email3: emailField({ label: 'Third e-mail', aliases: ['email 3', 'email address 3', ...OTHER_EMAILS] }),
  company: text({
    label: 'Company',
    aliases: ['company name', 'organization', 'organisation', 'organization name', 'account name', 'employer', 'firma'],
  }),
  title: text({ label: 'Job title', aliases: ['title', 'position', 'role', 'job', 'job role'] }),
  street: text({
    label: 'Street',
    aliases: [
      ...['address', 'street address', 'address 1', 'address line 1', 'address1', 'addr 1', 'home address'],
      ...['residential address', 'res street address', 'straße', 'strasse'],
    ],
  }),
  street2: text({
    label: 'Street, second line',
    aliases: ['address 2', 'address line 2', 'addr 2', 'apt', 'apartment', 'suite', 'unit'],
  }),
  city: text({ label: 'City', aliases: ['town', 'locality', 'res city desc', 'ort', 'stadt', 'ville'] }),
  region: text({
    label: 'Region or state',
    aliases: ['state', 'province', 'state province', 'state region', 'region', 'state cd'],
  }),
  postalCode: text({ label: 'Postal code', aliases: ['zip', 'zip code', 'postcode', 'post code', 'postal', 'plz'] }),
  country: text({ label: 'Country', aliases: ['country region', 'country name', 'country code', 'pays'] }),
  propertyStreet: text({
    label: 'Property street',
    aliases: ['property address', 'property street address', 'site address', 'situs address'],
  }),
  propertyCity: text({ label: 'Property city', aliases: ['site city', 'situs city'] }),
  propertyRegion: text({
    label: 'Property region or state',
    aliases: ['property state', 'property state code', 'site state', 'situs state'],
  }),
  propertyPostalCode: text({
    label: 'Property postal code',
    aliases: ['property zip', 'property zip code', 'site zip', 'situs zip'],
  }),
  propertyCountry: text({ label: 'Property country' }),
  mailingStreet: text({
    label: 'Mailing street',
    aliases: ['mailing address', 'mail address', 'mailing address 1', 'mail addr1', 'owner address'],
  }),
  mailingStreet2: text({
    label: 'Mailing street, second line',
    aliases: ['mailing address 2', 'mail address 2', 'mail addr2'],
  }),
  mailingCity: text({ label: 'Mailing city', aliases: ['mail city'] }),
  mailingRegion: text({
    label: 'Mailing region or state',
    aliases: ['mailing state', 'mail state', 'mailing state province'],
  }),
  mailingPostalCode: text({
    label: 'Mailing postal code',
    aliases: ['mailing zip', 'mailing zip code', 'mail zip', 'mail zipcode', 'mailing zip postal code'],
  }),
  mailingCountry: text({ label: 'Mailing country', aliases: ['mail country'] }),
  secondaryFirstName: text({
    label: 'Second person: first name',
    aliases: ['secondary first name', 'spouse first name', 'owner 2 first name'],
  }),
  secondaryLastName: text({
    label: 'Second person: last name',
    aliases: ['secondary last name', 'spouse last name', 'owner 2 last name'],
  }),
  secondaryFullName: text({
    label: 'Second person: full name',
    aliases: ['secondary name', 'secondary full name', 'spouse name', 'spouse', 'owner 2', 'owner 2 name'],
  }),
  secondaryPhone: phoneField({ label: 'Second person: phone', aliases: ['spouse phone', 'owner 2 phone'] }),
  secondaryPhone2: phoneField({ label: 'Second person: second phone' }),
  secondaryEmail: emailField({ label: 'Second person: e-mail', aliases: ['spouse email', 'owner 2 email'] }),
  secondaryEmail2: emailField({ label: 'Second person: second e-mail' }),
};

export type ContactValues = Values<typeof contactFields>;
