/** Version of the messages between pages and the background; raised when one changes its shape. */
export const MESSAGE_VERSION = 1;
