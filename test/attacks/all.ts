// All attacks, as the unit tests and the stories play them.
import { addresses } from './addresses.ts';
import type { Attack } from './attack.ts';
import { beacons } from './beacons.ts';
import { clobbering } from './clobbering.ts';
import { forms } from './forms.ts';
import { formulas } from './formulas.ts';
import { mutations } from './mutations.ts';
import { names } from './names.ts';
import { packed } from './packed.ts';
import { places } from './places.ts';
import { scripts } from './scripts.ts';
import { spoofs } from './spoofs.ts';

/** By kind; what is only big is in `sizes.ts`. */
export const ATTACKS: Record<string, readonly Attack[]> = {
  scripts,
  addresses,
  mutations,
  clobbering,
  names,
  beacons,
  forms,
  spoofs,
  formulas,
  packed,
  places,
};
