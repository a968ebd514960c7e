/** Files of the recorded script, below its folder: the portfolio it makes, … */
export const NEW_NAME = 'claims.pilotage';
/** … the one of version 1 it upgrades, … */
export const OLD_NAME = 'old.pilotage';
/** … and the copy the upgrade lays beside that one. */
export const OLD_COPY_NAME = 'old.v1.bak';
