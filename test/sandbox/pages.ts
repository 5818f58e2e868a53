import { readFileSync } from 'node:fs';
import { noContent, type Reply } from './reply.ts';
import type { Route } from './router.ts';

const STYLE = readFileSync(new URL('./sandbox.css', import.meta.url), 'utf8');

/** Text that is already safe to stand in a page. */
export interface Markup {
  readonly markup: string;
}

/** HTML with every plain value escaped; lists are joined, null leaves nothing. */
export function html(
  parts: TemplateStringsArray,
  ...values: (string | number | null | Markup | Markup[])[]
): Markup {
  const texts = values.map((value) => {
    if (value === null) return '';
    if (Array.isArray(value)) return value.map((one) => one.markup).join('');
    return typeof value === 'object' ? value.markup : escaped(String(value));
  });
  return { markup: parts.map((part, index) => part + (texts[index] ?? '')).join('') };
}

function escaped(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

export interface PageOptions {
  title: string;
  body: Markup;
  status?: number;
  headers?: Record<string, string>;
  /** further origins that a form may lead to */
  formOrigins?: string[];
}

/** A whole page: no script, no frame, nothing from elsewhere. */
export function page({ title, body, status = 200, headers = {}, formOrigins = [] }: PageOptions): Reply {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `form-action ${["'self'", ...formOrigins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const whole = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Sandbox Carrier</title>
<link rel="stylesheet" href="/assets/sandbox.css">
</head>
<body>
<header><a class="brand" href="/"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 18v-3M9 18v-6M14 18V9M19 18V5"/></svg>Sandbox Carrier</a><span class="tag">test money only</span></header>
<main>${body}</main>
<footer>No real payment is ever taken here. <a href="/terms">Terms and refunds</a></footer>
</body>
</html>`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      ...headers,
    },
    body: whole.markup,
  };
}

/** The style sheet of every page. */
export function assetRoutes(): Route[] {
  const reply: Reply = {
    status: 200,
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=60' },
    body: STYLE,
  };
  return [
    { method: 'GET', pattern: '/assets/sandbox.css', handle: () => reply },
    { method: 'GET', pattern: '/favicon.ico', handle: noContent },
  ];
}
