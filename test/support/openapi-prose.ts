/*
 * What each field of the contract means, by schema and path within it. Every field has its line here, and every
 * line its field: the document cannot be made otherwise.
 */

const UNKNOWN = 'null where it is not known: unknown is never shown as zero';

export const SCHEMA_PROSE: Readonly<Record<string, string>> = {
  Instant: 'A point in time: ISO 8601, in UTC, whole seconds, ending in `Z`.',
  Money:
    'An amount of money in the minor unit of its currency: EUR 12.40 is 1240, JPY 500 is 500, BHD 1.234 is 1234. Money never travels as a decimal number.',
  Line: 'A line that the account holds.',
  Lines: 'The lines of the account.',
  Bucket:
    'One allowance. Data is counted in bytes, voice in seconds, SMS in messages, money in minor units. Of `total`, `used` and `remaining` any two are enough: the third follows.',
  Balance: 'Everything that is known of a line at one moment.',
  Offer: 'Something that can be bought for a line.',
  Offers: 'What can be bought for a line.',
  Checkout: 'A top-up, from the opening of its checkout to its credit or its end.',
  OpenedCheckout: 'A checkout that was just opened, with the page on which the person pays.',
  TopUps: 'One page of paid top-ups, newest first: the receipts.',
  Help: 'Where a person finds help, and which hosts are the carrier’s own.',
};

export const FIELD_PROSE: Readonly<Record<string, string>> = {
  'Money.amount': 'Minor units of `currency`; a balance may be negative.',
  'Money.currency': 'ISO 4217, three capital letters.',

  'Line.id': 'Stable; used in paths. Not the telephone number.',
  'Line.label': 'What the carrier calls the line. At most 80 characters of it are shown.',
  'Line.kind': 'What kind of line it is; the person may choose another.',
  'Line.numberMasked': 'The number with most of its digits hidden, for telling lines apart.',
  'Line.deviceIdMasked': 'ICCID, IMEI or EID with most of its digits hidden, for telling lines apart.',
  'Line.planName': 'What the carrier calls the plan.',
  'Lines.lines': 'Each line once.',

  'Bucket.id': 'Stable from answer to answer. An id that stands twice in one list counts once, the first.',
  'Bucket.label':
    'What the carrier calls it. Shown without control and direction characters, at most 80 characters.',
  'Bucket.kind': 'What is counted, and so in which unit.',
  'Bucket.scope': 'Where it can be used. Only `general` data counts toward the figure that is shown first.',
  'Bucket.state':
    '`active` in use; `queued` starts later; `depleted` in use and nothing left; `expired` its time is over; `suspended` cannot be used for now; `throttled` still works, slowly.',
  'Bucket.total': `The size of the allowance; ${UNKNOWN}.`,
  'Bucket.used': `How much of it was used; ${UNKNOWN}.`,
  'Bucket.remaining': `How much of it is left, null for an unlimited one; ${UNKNOWN}.`,
  'Bucket.unlimited': 'There is no limit. A fair-use limit that only slows down is `throttledTo`.',
  'Bucket.currency': 'For money: ISO 4217. Otherwise null.',
  'Bucket.throttledTo': 'The speed after the cap, in bits per second.',
  'Bucket.validFrom': 'From when it can be used.',
  'Bucket.validUntil': 'Until when it can be used.',
  'Bucket.validUntilEstimated': '`validUntil` was worked out, with a year or a zone that had to be assumed.',

  'Balance.lineId':
    'The line that this balance belongs to. Send it: the balance of another line, mixed up in a cache, is then discarded.',
  'Balance.id': 'The same as `lineId`, for carriers that call it so. One of the two is enough.',
  'Balance.asOf': 'When the figures were measured; null = not told.',
  'Balance.lineStatus':
    'The state of the line as a whole. `throttled` still works, slowly; `expired` has lapsed; `not-activated` was never used.',
  'Balance.planName': 'What the carrier calls the plan. At most 80 characters of it are shown.',
  'Balance.buckets':
    'In the order in which they are to be shown. An empty list means that the line holds none.',
  'Balance.credit': 'The main money balance; null where the line has none. Not repeated in `buckets`.',
  'Balance.validUntil': 'When the line or its number itself lapses, for example without a top-up.',
  'Balance.validUntil.at': 'The instant at which it lapses.',
  'Balance.validUntil.estimated': 'The instant was worked out and may be off.',
  'Balance.period': 'The renewal period of the plan that is running now.',
  'Balance.period.start': 'When it began.',
  'Balance.period.end': 'When it ends; later than `start`.',
  'Balance.autoRenew': 'Whether the plan renews itself; null = not told.',
  'Balance.autoRenew.enabled': 'It does.',
  'Balance.autoRenew.offerId': 'The offer that is bought then.',
  'Balance.autoRenew.nextAt': 'When it is bought next.',
  'Balance.nextPollAt':
    'From when asking again is of use: the hint of `Cache-Control: max-age`, told in the body.',
  'Balance.topUpUrl': 'An https page on which this line can be topped up, where there is no hosted checkout.',

  'Offer.id': 'Given to a checkout.',
  'Offer.name': 'What the carrier calls it. At most 80 characters of it are shown.',
  'Offer.kind': '`bundle` adds allowances, `credit` adds money.',
  'Offer.data': 'Bytes; null where it holds no data.',
  'Offer.voice': 'Seconds; null where it holds no voice.',
  'Offer.sms': 'Messages; null where it holds none.',
  'Offer.validityDays': 'For how many days it is good; null = it does not end.',
  'Offer.recurring': 'It renews itself unless it is stopped. Said before anything is bought.',
  'Offer.price': 'What is paid, with all taxes and fees.',
  'Offer.promotion': 'A reduction that is running; null = none.',
  'Offer.promotion.label': 'What the carrier calls it.',
  'Offer.promotion.endsAt': 'When the reduction ends; null = not told.',
  'Offer.promotion.priceBefore': 'The price without it.',
  'Offers.offers': 'In the order in which they are to be shown.',
  'Offers.customAmount': 'An amount of credit that may be chosen freely; null = it may not.',
  'Offers.customAmount.currency': 'ISO 4217.',
  'Offers.customAmount.min': 'The least that may be paid, in minor units.',
  'Offers.customAmount.max': 'The most that may be paid, in minor units.',
  'Offers.customAmount.step': 'The amount is `min` plus a multiple of this, in minor units.',

  'Checkout.id': 'As given when it was opened.',
  'Checkout.status':
    '`open` the person has not paid; `paid` the money is taken, the allowance is not there yet; `credited` it is there; `failed` it was declined; `expired` its time was over; `refunded` the money went back.',
  'Checkout.offerId': 'What was bought; null for a free amount.',
  'Checkout.price': 'What was, or is to be, paid.',
  'Checkout.openedAt': 'When it was opened.',
  'Checkout.paidAt': 'When the money was taken.',
  'Checkout.creditedAt': 'When the allowance was there. It may lag the payment.',
  'Checkout.receiptNumber': 'What support asks for when something went wrong.',
  'Checkout.failureReason': 'Why it failed, in words for the person.',

  'OpenedCheckout.id': 'Asked about with `GET /checkouts/{id}`.',
  'OpenedCheckout.url':
    'The hosted page, https, on one of `checkoutHosts` of `GET /help`. It identifies the checkout by an opaque value and carries neither token nor number. It is opened in a tab, never in a frame.',
  'OpenedCheckout.status': 'As in a checkout; `open` when it was just opened.',
  'OpenedCheckout.expiresAt': 'Until when it can be paid.',

  'TopUps.topUps': 'Newest first.',
  'TopUps.next': 'The cursor of the next page; null = this is the last one.',

  'Help.support': 'How a person reaches the carrier.',
  'Help.support.phone': 'As it is dialled, with country code.',
  'Help.support.email': 'An address that is answered.',
  'Help.support.chatUrl': 'An https page.',
  'Help.storesUrl': 'An https page with the authorised shops.',
  'Help.kiosksUrl': 'An https page with the places that sell top-ups.',
  'Help.accountUrl': 'The https page on which the person manages the account.',
  'Help.termsUrl': 'An https page with the terms, refunds included.',
  'Help.officialHosts': 'Every host that is the carrier’s own, exactly: no scheme, no path, no wildcard.',
  'Help.checkoutHosts':
    'The hosts on which a checkout may open, exactly, with a port where it is not the usual one. They are shown to the person and confirmed when the line is added; a later change is confirmed anew.',
};
