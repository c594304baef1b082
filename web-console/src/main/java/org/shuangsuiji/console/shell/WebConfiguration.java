package org.shuangsuiji.console.shell;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.security.ApiUser;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.model.Actor;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Handler methods may ask for the {@link Actor}, the {@link OfficeUser} and the {@link SentForm}; {@code ?lang=} is
 * remembered.
 */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final LanguageChoice languages;

    WebConfiguration(LanguageChoice languages) {
        this.languages = languages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new WhoActs());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                Locale asked = LanguageChoice.asked(request);
                if (asked != null && !Problems.isApi(request)) {
                    languages.choose(request, response, asked);
                }
                return true;
            }
        });
    }

    private static final class WhoActs implements HandlerMethodArgumentResolver {

        private static final Set<Class<?>> KNOWN = Set.of(Actor.class, OfficeUser.class, SentForm.class);

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return KNOWN.contains(parameter.getParameterType());
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            Object who = authentication == null ? null : authentication.getPrincipal();
            boolean wantsActor = parameter.getParameterType() == Actor.class;
            if (who instanceof OfficeUser user) {
                if (parameter.getParameterType() == SentForm.class) {
                    return sent(user.actor(), request);
                }
                return wantsActor ? user.actor() : user;
            }
            if (who instanceof ApiUser user && wantsActor) {
                return user.actor();
            }
            throw new IllegalStateException(
                    "%s asks who acts, but the route is open to nobody in particular".formatted(parameter.getMethod()));
        }

        private static SentForm sent(Actor actor, NativeWebRequest request) {
            var asked = requireNonNull(request.getNativeRequest(HttpServletRequest.class));
            var answer = requireNonNull(request.getNativeResponse(HttpServletResponse.class));
            return new SentForm(actor, RequestContextUtils.getLocale(asked), asked, answer);
        }
    }
}
