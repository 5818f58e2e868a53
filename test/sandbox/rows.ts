/* Rows of the database, named as their columns. Instants in milliseconds; flags 0 or 1. */

export interface LineRow {
  id: string;
  account_id: string;
  position: number;
  label: string;
  kind: string;
  number_masked: string | null;
  device_id_masked: string | null;
  plan_name: string | null;
  currency: string;
  credit: number | null;
  payg_rate: number | null;
  payg_bytes: number;
  voice_rate: number | null;
  voice_seconds: number;
  sms_rate: number | null;
  sms_messages: number;
  past_bundles: number;
  custom_min: number | null;
  custom_max: number | null;
  custom_step: number | null;
  lapse_days: number | null;
  valid_until: number | null;
  period_start: number | null;
  period_end: number | null;
  period_day: number | null;
  auto_enabled: number | null;
  auto_offer: string | null;
  auto_next: number | null;
  status: string | null;
  missing: number | null;
  speed: number | null;
  usage_clock: number;
  metered_to: number;
}

export interface BucketRow {
  line_id: string;
  id: string;
  position: number;
  label: string;
  kind: string;
  scope: string;
  state: string | null;
  total: number | null;
  used: number | null;
  unlimited: number;
  currency: string | null;
  throttled_to: number | null;
  valid_from: number | null;
  valid_until: number | null;
  queue: string | null;
  queued: number;
  duration_days: number | null;
  plan: number;
  checkout_id: string | null;
}

export interface OfferRow {
  id: string;
  line_id: string;
  position: number;
  name: string;
  kind: 'bundle' | 'credit';
  scope: string;
  data: number | null;
  voice: number | null;
  sms: number | null;
  validity_days: number | null;
  recurring: number;
  amount: number;
  currency: string;
  promotion_label: string | null;
  promotion_ends_at: number | null;
  price_before: number | null;
  throttled_to: number | null;
  starts: 'now' | 'queue' | 'period';
  queue: string | null;
}

export interface CheckoutRow {
  id: string;
  account_id: string;
  line_id: string;
  offer_id: string | null;
  amount: number;
  currency: string;
  auto_renew: number | null;
  status: 'open' | 'paid' | 'credited' | 'failed' | 'expired' | 'refunded';
  method: string | null;
  confirming: number;
  failure_reason: string | null;
  opened_at: number;
  expires_at: number;
  paid_at: number | null;
  credit_due_at: number | null;
  credited_at: number | null;
  refund_due_at: number | null;
  refunded_at: number | null;
}
