package io.memcmp.stats;

import java.util.Random;

/** The noise of a simulated machine, of logarithms, with a standard deviation near 2 %. */
enum Noise {
    NORMAL {
        @Override
        double draw(Random random) {
            return SPREAD * random.nextGaussian();
        }
    },
    /** A long tail upwards: the logarithm of a logarithm-normal figure's deviation. */
    SKEWED {
        @Override
        double draw(Random random) {
            return SPREAD * (Math.exp(0.8 * random.nextGaussian()) - Math.exp(0.32)) / 1.3;
        }
    },
    /** Student's t with three degrees of freedom: now and then a trial is far off. */
    HEAVY_TAILED {
        @Override
        double draw(Random random) {
            double squares = 0;
            for (int i = 0; i < 3; i++) {
                squares += Math.pow(random.nextGaussian(), 2);
            }
            return SPREAD * random.nextGaussian() / Math.sqrt(squares / 3);
        }
    },
    /** The machine becomes 10 % slower over the run, and each block resembles the one before. */
    DRIFTING {
        @Override
        double draw(Random random) {
            return NORMAL.draw(random);
        }

        @Override
        double[] machine(int blocks, Random random) {
            var machine = new double[blocks];
            double before = 0;
            for (int block = 0; block < blocks; block++) {
                before = 0.7 * before + 2 * SPREAD * random.nextGaussian();
                machine[block] = before + 0.1 * block / blocks;
            }
            return machine;
        }
    };

    static final double SPREAD = 0.02;

    /** The median of skewed noise, whose mean is 0. */
    static final double SKEWED_MEDIAN = SPREAD * (1 - Math.exp(0.32)) / 1.3;

    /** {@return how far one trial is off} */
    abstract double draw(Random random);

    /** {@return how far all trials of each block are off} */
    double[] machine(int blocks, Random random) {
        return new double[blocks];
    }
}
