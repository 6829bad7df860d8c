package io.memcmp.agreement;

import io.memcmp.plan.Collector;
import io.memcmp.plan.Layout;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("machines")
class AgreementTest extends AgreementOfAMachine {
    AgreementTest(Machine machine) {
        super(machine);
    }

    /** Layout is a matter of the virtual machine, not of the collector, but for ZGC: one of the others will do. */
    @Override
    List<Layout> layouts(Machine of) {
        return of.collector() == Collector.SERIAL ? List.of(Layout.DEFAULT) : super.layouts(of);
    }

    static Stream<Machine> machines() {
        return Machine.representative();
    }
}
