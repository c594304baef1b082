package org.shuangsuiji.console.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.ApiClients;
import org.shuangsuiji.console.office.People;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Two chains: systems with a key on /api, people with a session everywhere else. Both obey {@link RouteRules}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            ApiClients clients,
            ApiProblems problems,
            @Value("${shuangsuiji.api.bad-keys-per-address:60}") int badKeysPerAddress) {
        headers(http);
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        routes -> routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(RULES))
                .addFilterBefore(
                        new ApiKeyFilter(clients, problems, new Tries(badKeysPerAddress)),
                        UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(it -> it.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInOutcome outcome,
            SignInLimit limit,
            ClosedDoors doors,
            FormOwners formOwners,
            People people) {
        headers(http);
        return http.authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(RULES))
                .formLogin(form -> form.loginPage("/console/login")
                        .usernameParameter("account")
                        .passwordParameter("password")
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutUrl("/console/logout")
                        .addLogoutHandler(outcome)
                        .logoutSuccessUrl("/console/login?out")
                        .deleteCookies())
                .csrf(csrf -> csrf.csrfTokenRepository(formOwners))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .addFilterBefore(limit, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SessionStampFilter(people), CsrfFilter.class)
                .exceptionHandling(it -> it.authenticationEntryPoint(doors).accessDeniedHandler(doors))
                .build();
    }

    /** Of two requests of one session that note the same thing at once, such as a form sent twice, the later one stays. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOfParallelRequests() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** These filters stand in a chain; the container must not run them a second time. */
    @Bean
    FilterRegistrationBean<Filter> signInLimitOnlyInChain(SignInLimit limit) {
        var registration = new FilterRegistrationBean<Filter>(limit);
        registration.setEnabled(false);
        return registration;
    }

    private static void headers(HttpSecurity http) {
        http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(PageHeaders.CONTENT_SECURITY_POLICY))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(self), geolocation=(self), microphone=(), payment=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN)));
    }

    /** Reads the one list of rules; what is not on it is closed. */
    private static final AuthorizationManager<RequestAuthorizationContext> RULES =
            (authentication, context) -> new AuthorizationDecision(admitted(authentication, context));

    private static boolean admitted(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var rule = RouteRules.find(request);
        if (rule.isEmpty()) {
            return false;
        }
        if (rule.get().door() == RouteRules.Door.PUBLIC) {
            return true;
        }
        Authentication who = authentication.get();
        if (who == null || !who.isAuthenticated()) {
            return false;
        }
        Set<String> authorities = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return switch (rule.get().door()) {
            case PUBLIC -> true;
            case SIGNED_IN, ROLES, LEADING_ROLES ->
                who.getPrincipal() instanceof OfficeUser user && rule.get().admits(user);
            case API_SCOPE -> authorities.contains("SCOPE_" + rule.get().scope());
        };
    }
}
