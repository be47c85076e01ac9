import { expect, test } from 'vitest';
import { npmEnv } from '../../scripts/setup/npm-env.mjs';

test('a nested npm keeps where to fetch from and how to get there, and nothing else of the outer one', () => {
  const env = {
    PATH: '/bin',
    HTTPS_PROXY: 'http://proxy:1',
    npm_config_cache: '/cache',
    npm_config_registry: 'https://registry.example/',
    'npm_config_@ours:registry': 'https://ours.example/',
    npm_config_https_proxy: 'http://proxy:1',
    npm_config_noproxy: 'localhost',
    NPM_CONFIG_USERCONFIG: '/home/me/.npmrc',
    npm_config_omit: 'dev',
    NPM_CONFIG_PRODUCTION: 'true',
    npm_config_global: 'true',
    npm_config_prefix: '/usr',
    npm_package_name: 'longlian',
    npm_lifecycle_event: 'start',
    npm_lifecycle_script: 'node x',
  };
  expect(npmEnv(env)).toStrictEqual({
    PATH: '/bin',
    HTTPS_PROXY: 'http://proxy:1',
    npm_config_cache: '/cache',
    npm_config_registry: 'https://registry.example/',
    'npm_config_@ours:registry': 'https://ours.example/',
    npm_config_https_proxy: 'http://proxy:1',
    npm_config_noproxy: 'localhost',
    NPM_CONFIG_USERCONFIG: '/home/me/.npmrc',
  });
});
