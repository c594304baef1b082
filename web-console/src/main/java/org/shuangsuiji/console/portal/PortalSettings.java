package org.shuangsuiji.console.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the portal says of the office that runs it.
 *
 * @param host the body that answers for the portal (主办单位)
 * @param contact telephone or address for questions
 * @param filing filing number of the site (备案号)
 */
@ConfigurationProperties("shuangsuiji.portal")
public record PortalSettings(
        @DefaultValue("") String host,
        @DefaultValue("") String contact,
        @DefaultValue("") String filing) {}
