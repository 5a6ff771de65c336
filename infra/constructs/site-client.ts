import {
  CfnManagedLoginBranding,
  ClientAttributes,
  OAuthScope,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from "aws-cdk-lib/aws-cognito";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { UserDirectory } from "./user-directory.ts";

export type SiteClientProps = { directory: UserDirectory; siteOrigin: string };

/**
 * The portal as the identity provider knows it. It has no secret: the code of a sign-in is bound to
 * the one browser that asked by PKCE and state, so there is nothing to keep, to rotate or to fetch.
 */
export class SiteClient extends Construct {
  readonly clientId: string;

  constructor(scope: Construct, id: string, { directory, siteOrigin }: SiteClientProps) {
    super(scope, id);
    const client = new UserPoolClient(this, "Client", {
      userPool: directory.pool,
      userPoolClientName: "portaal",
      generateSecret: false,
      authFlows: { user: true },
      authSessionValidity: Duration.minutes(15),
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`${siteOrigin}/aanmelden/terug`],
        logoutUrls: [`${siteOrigin}/`],
      },
      // The portal reads them once, on the way back; its own session takes over.
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
      // GDPR art. 5(1)(c): the portal learns no mail address.
      readAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
      writeAttributes: new ClientAttributes().withStandardAttributes({
        email: true,
        fullname: true,
      }),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
    this.clientId = client.userPoolClientId;
    // Without a style the page to sign in is not shown at all.
    const style = new CfnManagedLoginBranding(this, "Style", {
      userPoolId: directory.pool.userPoolId,
      clientId: this.clientId,
      useCognitoProvidedValues: true,
    });
    style.node.addDependency(directory.domain);
  }
}
