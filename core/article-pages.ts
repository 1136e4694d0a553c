/** The pages on which the stub may run: the one place to change when hosts become optional. */

export const articlePages = ['http://*/*', 'https://*/*'];
