/** The hidden page with which Chromium's worker saves backups. */

import { giveObjectAddresses } from '../../platform/object-address';

giveObjectAddresses();
