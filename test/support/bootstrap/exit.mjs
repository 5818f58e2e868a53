/** Says why nothing can be done, and ends. */
export function exit(sentence) {
  console.error(sentence);
  process.exit(1);
}
