import { instant } from './clock.ts';
import { html, type Markup, page } from './pages.ts';
import type { Reply } from './reply.ts';
import type { CheckoutRow } from './rows.ts';
import type { PaymentMethod, PaymentOutcome } from './vocabulary.ts';

/** What the pages say of an order. */
export interface OrderSummary {
  checkout: CheckoutRow;
  /** masked number or device id, after the line's label */
  lineName: string;
  what: string;
  priceBefore: number | null;
  receipt: string | null;
}

const METHODS: Record<PaymentMethod, string> = {
  card: 'Card',
  paypal: 'PayPal',
  alipay: 'Alipay 支付宝',
  wechat: 'WeChat Pay 微信支付',
};

const OUTCOMES: Record<PaymentOutcome, [string, string]> = {
  succeed: ['Succeed', 'paid and credited at once'],
  decline: ['Be declined', 'no money moves'],
  confirm: ['Ask for a second confirmation', 'as a bank or wallet does'],
  late: ['Be credited late', 'paid now, data after the delay'],
  refund: ['Be refunded', 'paid, given back after the delay'],
  abandon: ['Be abandoned', 'leave without paying'],
};

/** The amount with its currency, as people write it. */
export function money(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export function paymentPage(order: OrderSummary, error = ''): Reply {
  const { checkout } = order;
  const body = html`<h1>Top up</h1>${summary(order)}
${error ? html`<p class="bad" role="alert">${error}</p>` : null}
<form method="post" action="/checkout/${checkout.id}/pay">
<fieldset><legend>Pay with</legend>${choices('method', METHODS)}</fieldset>
<fieldset><legend>This test payment shall</legend>${choices('outcome', OUTCOMES)}</fieldset>
<label class="field">Delay in seconds <span class="hint">for late credit and refund</span>
<input name="delaySeconds" inputmode="numeric" pattern="[0-9]{0,7}" autocomplete="off"></label>
<button>Pay ${money(checkout.amount, checkout.currency)}</button>
</form>
<p class="hint">This page can be paid until ${instant(checkout.expires_at)
    .replace('T', ' ')
    .replace(/:\d\dZ$/, ' UTC')}.</p>`;
  return page({ title: 'Top up', body, status: error ? 422 : 200 });
}

function choices(name: string, options: Record<string, string | [string, string]>): Markup[] {
  return Object.entries(options).map(([value, text], index) => {
    const [label, hint] = Array.isArray(text) ? text : [text, ''];
    const checked = html`${index === 0 ? html` checked` : null}`;
    return html`<label class="choice"><input type="radio" name="${name}" value="${value}"${checked}>
<span>${label}</span>${hint ? html`<small>${hint}</small>` : null}</label>`;
  });
}

export function confirmationPage(order: OrderSummary): Reply {
  const { checkout } = order;
  const method = METHODS[(checkout.method ?? 'card') as PaymentMethod];
  const body = html`<h1>Confirm the payment</h1><p>${method} asks whether this is really you.</p>${summary(order)}
<form method="post" action="/checkout/${checkout.id}/confirm">
<button name="decision" value="accept">Confirm ${money(checkout.amount, checkout.currency)}</button>
<button class="plain" name="decision" value="refuse">Refuse</button>
</form>`;
  return page({ title: 'Confirm the payment', body });
}

const RESULTS: Record<CheckoutRow['status'], [string, string, string]> = {
  open: ['', 'You left without paying', 'Nothing was charged. The order stays open until it expires.'],
  paid: ['good', 'Paid', 'Your top-up is on its way and will be credited later.'],
  credited: ['good', 'Paid and credited', 'Your top-up has arrived.'],
  failed: ['bad', 'The payment failed', 'Nothing was charged.'],
  expired: ['bad', 'This page has expired', 'Nothing was charged. Please start the top-up again.'],
  refunded: ['', 'Refunded', 'The money has been given back.'],
};

/** Where a payment ends, whatever its end. */
export function resultPage(order: OrderSummary): Reply {
  const { checkout, receipt } = order;
  const [tone, title, text] = RESULTS[checkout.status];
  const again =
    checkout.status === 'open' ? html`<p><a href="/checkout/${checkout.id}">Pay after all</a></p>` : null;
  const body = html`<h1 class="${tone}">${title}</h1><p>${text}</p>
${checkout.failure_reason ? html`<p>${checkout.failure_reason}.</p>` : null}${summary(order)}
${receipt ? html`<p>Receipt <strong>${receipt}</strong></p>` : null}${again}
<p class="hint">You can close this tab.</p>`;
  return page({ title, body });
}

export function goneCheckoutPage(): Reply {
  const body = html`<h1>There is no such checkout</h1><p>Please start the top-up again.</p>`;
  return page({ title: 'Not found', body, status: 404 });
}

function summary({ checkout, lineName, what, priceBefore }: OrderSummary): Markup {
  const before = priceBefore === null ? null : html`<s>${money(priceBefore, checkout.currency)}</s>`;
  return html`<dl><dt>Line</dt><dd>${lineName}</dd><dt>Order</dt><dd>${what}</dd>
<dt class="total">Total</dt><dd class="total">${before}${money(checkout.amount, checkout.currency)}</dd></dl>`;
}
