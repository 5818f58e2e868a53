const MB = 1_000_000;

/** What the browser says of our storage, in megabytes, for diagnostics; empty where it does not say. Never rejects. */
export async function storageEstimate(): Promise<Record<string, string>> {
  try {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return { storageUsedMB: (usage / MB).toFixed(1), storageQuotaMB: (quota / MB).toFixed(0) };
  } catch {
    return {};
  }
}
