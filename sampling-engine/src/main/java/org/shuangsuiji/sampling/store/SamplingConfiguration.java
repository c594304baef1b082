package org.shuangsuiji.sampling.store;

import java.security.SecureRandom;
import java.time.Duration;
import org.shuangsuiji.sampling.Chance;
import org.shuangsuiji.sampling.DrawSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the engine needs from outside: the office's settings and the machine's secure generator. */
@Configuration(proxyBeanMethods = false)
class SamplingConfiguration {

    @Bean
    DrawSettings drawSettings(
            @Value("${shuangsuiji.draw.notice:24h}") Duration notice,
            @Value("${shuangsuiji.draw.correction:24h}") Duration correction) {
        return new DrawSettings(notice, correction);
    }

    @Bean
    Chance chance() {
        SecureRandom random = new SecureRandom();
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
