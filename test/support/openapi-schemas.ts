import * as z from 'zod/mini';
import { instantSchema, moneySchema } from '../../utils/domain/reading.ts';
import { helpAnswer, lineAnswer, linesAnswer } from '../../utils/providers/standards/account-api-account.ts';
import { balanceAnswer, bucketAnswer } from '../../utils/providers/standards/account-api-balance.ts';
import {
  checkoutAnswer,
  offerAnswer,
  offersAnswer,
  openedAnswer,
  topUpsAnswer,
} from '../../utils/providers/standards/account-api-shop.ts';
import { FIELD_PROSE, SCHEMA_PROSE } from './openapi-prose.ts';

type Schema = Record<string, unknown>;
type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/** The schemas with which the provider reads, by their names in the document. */
export const NAMED = {
  Instant: instantSchema,
  Money: moneySchema,
  Line: lineAnswer,
  Lines: linesAnswer,
  Bucket: bucketAnswer,
  Balance: balanceAnswer,
  Offer: offerAnswer,
  Offers: offersAnswer,
  Checkout: checkoutAnswer,
  OpenedCheckout: openedAnswer,
  TopUps: topUpsAnswer,
  Help: helpAnswer,
} as const;

/** The component schemas, each field with its prose. Throws where a field has none, or prose has no field. */
export function componentSchemas(): Record<string, Schema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri, override: sayInteger });
  const left = new Set(Object.keys(FIELD_PROSE));
  const described = Object.entries(schemas).map(([name, { $schema: _s, $id: _i, ...schema }]) => {
    describeFields(schema, name, left);
    return [name, { description: proseOf(SCHEMA_PROSE, name), ...schema }];
  });
  if (left.size > 0) throw new Error(`prose without a field: ${[...left].join(', ')}`);
  return Object.fromEntries(described);
}

/** JSON Schema has a type for whole numbers; the library cannot tell it of a rule of ours. */
function sayInteger({ zodSchema, jsonSchema }: Parameters<Override>[0]): void {
  const isWhole = ({ _zod }: z.core.$ZodCheck) => 'fn' in _zod.def && _zod.def.fn === Number.isSafeInteger;
  if (!zodSchema._zod.def.checks?.some(isWhole)) return;
  jsonSchema.type = 'integer';
  if (jsonSchema.exclusiveMinimum === undefined) jsonSchema.minimum ??= Number.MIN_SAFE_INTEGER;
  jsonSchema.maximum ??= Number.MAX_SAFE_INTEGER;
}

function describeFields(schema: Schema, path: string, left: Set<string>): void {
  for (const [name, field] of Object.entries(propertiesOf(schema))) {
    const place = `${path}.${name}`;
    field.description = proseOf(FIELD_PROSE, place);
    left.delete(place);
    for (const variant of [field, ...variantsOf(field)]) describeFields(variant, place, left);
  }
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  return (schema.properties ?? {}) as Record<string, Schema>;
}

function variantsOf(schema: Schema): Schema[] {
  return (schema.anyOf ?? []) as Schema[];
}

function proseOf(prose: Readonly<Record<string, string>>, place: string): string {
  const text = prose[place];
  if (!text) throw new Error(`${place} has no prose: add it to openapi-prose.ts`);
  return text;
}
