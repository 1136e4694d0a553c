/** The pages on which the detector may run: the one place to change when hosts become optional. */

export const articlePages = ['http://*/*', 'https://*/*'];
