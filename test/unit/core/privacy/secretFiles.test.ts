import assert from 'node:assert/strict';
import { isSecretFile } from '../../../../src/core/privacy/secretFiles';

describe('files of secrets', () => {
  const secret = [
    '.env',
    'server/.env.production',
    '.ENV.local',
    'prod.env',
    '.envrc',
    '.npmrc',
    '.netrc',
    'keys/id_rsa',
    'id_ed25519',
    'tls/server.key',
    'cert.pem',
    'a\\b\\store.p12',
    'keys\\id_rsa',
    'release.keystore',
    'terraform.tfstate',
    'prod.tfvars',
    'secrets.yaml',
    'app-secrets.json',
    'config/credentials.yml',
    '.aws/credentials',
    '.kube/config',
    '.docker/config.json',
    'client_secret_123.apps.json',
    'service-account.json',
    'config/master.key',
    'secrets/production',
  ];
  for (const path of secret) {
    it(`${path} is one`, () => assert.equal(isSecretFile(path), true));
  }

  const open = [
    '.env.example',
    'sample.env',
    'environment.ts',
    'id_rsa.pub',
    'src/core/privacy/secrets.ts',
    'src/secrets/readSecrets.ts',
    'docs/credentials.md',
    'package.json',
    'keys.ts',
    'monkey.py',
    'tokenizer.json',
    'public.pem',
  ];
  for (const path of open) {
    it(`${path} is none`, () => assert.equal(isSecretFile(path), false));
  }
});
