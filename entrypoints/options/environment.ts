import { browser } from 'wxt/browser';
import { storageEstimate } from '../../utils/platform/storage-estimate.ts';

/** What a maintainer needs to know of this browser. */
export async function environment(): Promise<Record<string, string>> {
  const { os, arch } = await browser.runtime.getPlatformInfo();
  const language = browser.i18n.getUILanguage();
  return { userAgent: navigator.userAgent, os, arch, language, ...(await storageEstimate()) };
}
