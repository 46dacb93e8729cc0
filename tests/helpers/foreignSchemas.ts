/** Serial keys, numeric, an enum, foreign keys, a natural key of two columns, a view. */
const SHOP = `
  CREATE SCHEMA shop;
  CREATE TYPE shop.status AS ENUM ('draft', 'on sale', 'retired');
  CREATE TABLE shop.category (id serial PRIMARY KEY, slug text NOT NULL UNIQUE, name text NOT NULL UNIQUE);
  CREATE TABLE shop.product (
    id serial PRIMARY KEY, sku varchar(20) NOT NULL UNIQUE, title text NOT NULL, price numeric(10,2) NOT NULL,
    weight real, stock int NOT NULL DEFAULT 0, status shop.status NOT NULL DEFAULT 'draft',
    category_id int REFERENCES shop.category, is_new boolean NOT NULL DEFAULT true, sold bigint,
    search text GENERATED ALWAYS AS (lower(title)) STORED,
    created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE shop.price (country char(2), product_id int REFERENCES shop.product, amount numeric NOT NULL,
    PRIMARY KEY (country, product_id));
  INSERT INTO shop.category (slug, name) VALUES ('lighting', 'Lighting'), ('furniture', 'Furniture');
  INSERT INTO shop.product (sku, title, price) VALUES ('A-0', 'Shelf', 5);
  CREATE VIEW shop.cheap AS SELECT * FROM shop.product WHERE price < 10;`;

/** In the manner of Prisma: mixed case, keys and times by the client. */
const CRM = `
  CREATE TYPE "Role" AS ENUM ('LEAD', 'CUSTOMER');
  CREATE TABLE "Company" (id text PRIMARY KEY, name text NOT NULL, "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" timestamp(3) NOT NULL);
  CREATE UNIQUE INDEX "Company_name_key" ON "Company" (name);
  CREATE TABLE "Contact" (
    id text PRIMARY KEY, email text NOT NULL, "fullName" text, phone_no text, role "Role" NOT NULL DEFAULT 'LEAD',
    born date, balance numeric(12,2) NOT NULL DEFAULT 0, "companyId" text NOT NULL REFERENCES "Company",
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, "touchedAt" timestamp(3) NOT NULL);
  CREATE UNIQUE INDEX "Contact_email_key" ON "Contact" (email);
  CREATE TABLE venue (id serial PRIMARY KEY, name text UNIQUE NOT NULL);
  INSERT INTO "Company" VALUES ('c1', 'Acme', '2026-01-01', '2026-01-01');`;

/** Prisma's schema of the CRM. */
export const PRISMA = `
datasource db {
  provider = "postgresql" // model Contact {
}

/// A person. model Fake {
model Person {
  id        String   @id @default(cuid()) // the key
  email     String   @unique
  fullName  String?
  phone     String?  @map("phone_no") @db.Text
  role      Role     @default(LEAD)
  born      DateTime? @db.Date
  balance   Decimal  @default(0) @db.Decimal(12, 2)
  employer  Company  @relation(fields: [companyId], references: [id])
  companyId String
  createdAt DateTime @default(now())
  touchedAt DateTime @updatedAt

  @@map("Contact")
}

model Company {
  id        String   @id @default(uuid())
  name      String   @unique
  contacts  Person[]
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
}`;

/** UUIDs by the database, arrays, JSON, times, a tenant. */
const BLOG = `
  CREATE SCHEMA blog;
  CREATE TABLE blog.author (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), handle text NOT NULL UNIQUE);
  CREATE TABLE blog.series (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text);
  CREATE TABLE blog.post (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), site text NOT NULL, slug text NOT NULL, title text NOT NULL, body text,
    tags text[] NOT NULL DEFAULT '{}', ratings int[], meta jsonb, published_at timestamptz, starts time,
    author_id uuid NOT NULL REFERENCES blog.author, series_id bigint REFERENCES blog.series, UNIQUE (site, slug));
  INSERT INTO blog.author (handle) VALUES ('ada'), ('bob');
  INSERT INTO blog.series (title) VALUES ('First');`;

/** Names that would end a text, a comment or a line, or that every object has. */
const HOSTILE = `
  CREATE SCHEMA "o'dd schema";
  CREATE TYPE "o'dd schema".mood AS ENUM ('it''s "so"', 'a\\b', E'new\\nline', '\${x}');
  CREATE TABLE "o'dd schema"."class""; // " (
    "constructor" text PRIMARY KEY, "a b" text, "a-b" int, "名前" text, "*/ process.exit(1) //" text,
    "__proto__" text, E text, "mood" "o'dd schema".mood, U&"\\000Aline\\2028" interval GENERATED ALWAYS AS ('1 day'::interval) STORED,
    U&"\\000Aother\\202E" interval);`;

/** The tables of a shop, a CRM, a blog and an adversary. */
export const SCHEMAS = `BEGIN; SET LOCAL search_path TO public; ${SHOP}${CRM}${BLOG}${HOSTILE} COMMIT;`;
