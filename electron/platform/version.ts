import packageJson from '../../package.json' with { type: 'json' };

/** The version of this build, as written into every history entry. */
export const APP_VERSION: string = packageJson.version;
