package org.shuangsuiji.console.portal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shuangsuiji.publication.PublicPages;
import org.shuangsuiji.sampling.DrawSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages that a careless colleague might add to the portal. Most are the portal's own page over a query that was changed
 * a little; who reads one learns something of the ranks.
 */
enum CarelessPage {
    UNITS_BY_RANK("the drawn units, those of the highest rank first") {
        @Override
        Handler handler(RankedDistrict office) {
            return units(office, Comparator.comparing(Sealed::rank).reversed());
        }
    },
    UNITS_BY_STRATUM("the drawn units, stratum by stratum") {
        @Override
        Handler handler(RankedDistrict office) {
            return units(office, Comparator.comparing(Sealed::stratum));
        }
    },
    UNITS_BY_PLACE("the drawn units by their places in their strata") {
        @Override
        Handler handler(RankedDistrict office) {
            return units(office, Comparator.comparing(Sealed::place));
        }
    },
    UNITS_BY_TICKET("the drawn units in the order of their tickets") {
        @Override
        Handler handler(RankedDistrict office) {
            return units(office, Comparator.comparing(Sealed::ticket));
        }
    },
    UNITS_FILE_BY_RANK("units.json, those of the highest rank first") {
        @Override
        Handler handler(RankedDistrict office) {
            Handler page = units(office, Comparator.comparing(Sealed::rank).reversed());
            return new Handler(page.bean(), "units", page.argument());
        }
    },
    RESULTS_BY_RANK("the results of a campaign, those of the highest rank first") {
        @Override
        Handler handler(RankedDistrict office) {
            Map<String, Sealed> sealed = sealed(office);
            PublicPages pages = office.the(PublicPages.class);
            long campaign = office.campaign(RankedDistrict.WHOLE);
            PublicPages bent = bent(pages, "resultsOf", asked -> pages.resultsOf((long) asked[0], null, ALL).stream()
                    .sorted(Comparator.comparing((PublicPages.ResultLine line) -> -sealed.get(line.creditCode()).rank))
                    .limit((int) asked[2])
                    .toList());
            return new Handler(
                    new PortalController(bent, office.the(Clock.class)), "campaign", String.valueOf(campaign));
        }
    },
    SIZE_OF_STRATUM("an enterprise, and how many others stood in its stratum") {
        @Override
        Handler handler(RankedDistrict office) {
            int size = dealtAnew(office).size;
            return enterprise(
                    office,
                    line -> Optional.of(new PublicPages.EnterpriseLine(
                            line.creditCode(), line.enterpriseName() + "（同组 " + (size - 1) + " 户）")));
        }
    },
    ABSENT_WHEN_LOW("an enterprise that is shown only when its rank is not the lowest") {
        @Override
        Handler handler(RankedDistrict office) {
            boolean lowest = dealtAnew(office).rank == 1;
            return enterprise(office, line -> lowest ? Optional.empty() : Optional.of(line));
        }
    },
    WORD_IN_COMMENT("a word for the rank in a comment of the page") {
        @Override
        Handler handler(RankedDistrict office) {
            String word = List.of("低", "一般", "较高", "高").get(dealtAnew(office).rank - 1);
            return bare("<!-- 风险" + word + " -->", new HttpHeaders());
        }
    },
    NUMBER_IN_HEADER("the rank as a number, in a header that nobody sees") {
        @Override
        Handler handler(RankedDistrict office) {
            HttpHeaders headers = new HttpHeaders();
            headers.set("X-Order", String.valueOf(dealtAnew(office).rank));
            return bare("", headers);
        }
    },
    TICKET("the ticket of a drawn unit, as if it proved something") {
        @Override
        Handler handler(RankedDistrict office) {
            return bare("<p>" + dealtAnew(office).ticket + "</p>", new HttpHeaders());
        }
    };

    private static final int ALL = 1_000;
    private static final String FOLDER = "/p/careless/";

    private final String words;

    CarelessPage(String words) {
        this.words = words;
    }

    /** The page, in an office with its own ranks. */
    abstract Handler handler(RankedDistrict office);

    /** A method of a controller, and what its address ends with. */
    record Handler(Object bean, String method, String argument) {

        String at(RankedDistrict office, String name) {
            var mapping = office.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
            Method answer = Arrays.stream(bean.getClass().getDeclaredMethods())
                    .filter(it -> it.getName().equals(method) && !it.isSynthetic())
                    .findFirst()
                    .orElseThrow();
            String variable = argument.length() == RankedDistrict.code(1).length() ? "{code}" : "{id}";
            mapping.registerMapping(
                    RequestMappingInfo.paths(FOLDER + name + "/" + variable)
                            .methods(RequestMethod.GET)
                            .options(mapping.getBuilderConfiguration())
                            .build(),
                    bean,
                    answer);
            return FOLDER + name + "/" + argument;
        }
    }

    /** What nobody outside may know of a drawn unit (DR-1 §10). */
    record Sealed(String unit, int rank, String stratum, int size, int place, String ticket) {}

    /** Puts the page into the office's portal and says its address. */
    String addedTo(RankedDistrict office) {
        return handler(office).at(office, name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return words;
    }

    static Map<String, Sealed> sealed(RankedDistrict office) {
        Map<String, Sealed> sealed = new HashMap<>();
        office.owner().sql("""
                        select v.unit, v.ticket, p.stratum, p.place, s.rank, s.size
                        from sampling.visit v
                        join sampling.visit_pick p on p.visit_id = v.id
                        join sampling.draw_stratum s on s.draw_id = v.draw_id and s.stratum = p.stratum
                        where v.draw_id = :draw""").param("draw", office.draw(RankedDistrict.WHOLE)).query(row -> {
            sealed.put(
                    row.getString("unit"),
                    new Sealed(
                            row.getString("unit"),
                            row.getInt("rank"),
                            row.getString("stratum"),
                            row.getInt("size"),
                            row.getInt("place"),
                            row.getString("ticket")));
        });
        return sealed;
    }

    /** The enterprise whose rank is the lowest in one office and another in the other one. */
    private static Sealed dealtAnew(RankedDistrict office) {
        return Optional.ofNullable(sealed(office).get(RankedDistrict.code(RankedDistrict.DEALT_ANEW)))
                .orElseThrow();
    }

    /** The page of a draw over drawn units in another order. */
    static Handler units(RankedDistrict office, Comparator<Sealed> order) {
        Map<String, Sealed> sealed = sealed(office);
        PublicPages pages = office.the(PublicPages.class);
        PublicPages bent = bent(pages, "units", asked -> pages.units((long) asked[0], null, ALL).stream()
                .sorted(Comparator.comparing(unit -> sealed.get(unit.creditCode()), order))
                .limit((int) asked[2])
                .toList());
        return new Handler(
                new DrawController(
                        bent,
                        new OpenDownload(bent),
                        new JsonMapper(),
                        office.the(Clock.class),
                        false,
                        office.the(DrawSettings.class)),
                "draw",
                String.valueOf(office.draw(RankedDistrict.WHOLE)));
    }

    private static Handler enterprise(
            RankedDistrict office, Function<PublicPages.EnterpriseLine, Optional<PublicPages.EnterpriseLine>> bend) {
        PublicPages pages = office.the(PublicPages.class);
        PublicPages bent = bent(pages, "enterprise", asked -> pages.enterprise((String) asked[0])
                .flatMap(bend));
        return new Handler(
                new PortalController(bent, office.the(Clock.class)),
                "enterprise",
                RankedDistrict.code(RankedDistrict.DEALT_ANEW));
    }

    private static Handler bare(String more, HttpHeaders headers) {
        return new Handler(new BarePage(more, headers), "page", RankedDistrict.code(RankedDistrict.DEALT_ANEW));
    }

    /** A page by hand. */
    record BarePage(String more, HttpHeaders headers) {

        ResponseEntity<String> page(@PathVariable String code) {
            return ResponseEntity.ok()
                    .headers(headers)
                    .contentType(MediaType.TEXT_HTML)
                    .body("<!DOCTYPE html>\n<title>%s</title>\n%s\n".formatted(code, more));
        }
    }

    /** The public pages with another answer to one question. */
    private static PublicPages bent(PublicPages pages, String question, Function<Object[], Object> answer) {
        return (PublicPages) Proxy.newProxyInstance(
                PublicPages.class.getClassLoader(), new Class<?>[] {PublicPages.class}, (proxy, method, asked) -> {
                    if (method.getName().equals(question)) {
                        return answer.apply(asked);
                    }
                    try {
                        return method.invoke(pages, asked);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
